import type { Region } from '@burgernet/domain';
import { type Measure, measures, type Posting } from '../ledger/posting.js';
import type { ReadModels } from '../read-models/read-models.js';
import type { Definition } from './definition.js';
import { currentDefinitions } from './definitions.js';

/** In which years some events posted to each measure of a region. */
export type Touched = ReadonlyMap<Region, ReadonlyMap<Measure, ReadonlySet<number>>>;

/** The postings of the events between two positions, the first excluded. */
function* postingsBetween({ ledger, events }: ReadModels, after: number, upTo: number): Generator<Posting> {
  const firstRow = events.firstAfter(after);
  for (const measure of measures)
    for (const year of ledger.years(measure))
      for (const posting of ledger.postings(measure, year, () => true, firstRow)) {
        if (posting.position > upTo) break;
        yield posting;
      }
}

/**
 * What the events between two positions posted to.
 *
 * @param after the position of the last event before them
 * @param upTo the position of the last of them
 */
export const touchedSince = (models: ReadModels, after: number, upTo: number): Touched => {
  const touched = new Map<Region, Map<Measure, Set<number>>>();
  for (const { measure, region, year } of postingsBetween(models, after, upTo)) {
    const ofRegion = touched.get(region) ?? new Map<Measure, Set<number>>();
    touched.set(region, ofRegion);
    ofRegion.set(measure, (ofRegion.get(measure) ?? new Set()).add(year));
  }
  return touched;
};

/**
 * Whether the latest events changed what counts under which municipality or type. Where they did and
 * `movedSince` names nothing, they changed nothing else.
 *
 * @param after the position of the last event before them
 * @param upTo the position of the last of them
 */
export const isReclassifiedSince = (models: ReadModels, after: number, upTo: number): boolean => {
  for (const { cause } of postingsBetween(models, after, upTo)) if (cause === 'reclassified') return true;
  return false;
};

/** Which years of a region a figure may have moved in. @param touched the years in which a measure was posted to */
export const yearsMoved = (
  { ledger }: ReadModels,
  definition: Definition,
  touched: (measure: Measure) => Iterable<number>,
): ReadonlyArray<number> => {
  const years = new Set(touched(definition.counts.measure));
  if (definition.kind === 'summed' && definition.of !== undefined)
    for (const year of touched(definition.of.measure)) years.add(year);
  // A stock is divided by inhabitants that may have been counted years before.
  if (definition.kind === 'stock')
    for (const earliest of touched(definition.of.measure))
      for (const year of ledger.years(definition.counts.measure)) if (year >= earliest) years.add(year);
  return [...years].sort((a, b) => a - b);
};

/**
 * The years of each region in which anything that is counted may have become something else by the events
 * after a position. What could not be read, and what was published, is not looked at.
 */
export const yearsTouched = (models: ReadModels, after: number): ReadonlyMap<Region, ReadonlySet<number>> =>
  new Map(
    [...touchedSince(models, after, models.position)].map(([region, byMeasure]) => [
      region,
      new Set([
        ...[...byMeasure.values()].flatMap((years) => [...years]),
        ...currentDefinitions.flatMap((definition) =>
          yearsMoved(models, definition, (measure) => byMeasure.get(measure) ?? []),
        ),
      ]),
    ]),
  );
