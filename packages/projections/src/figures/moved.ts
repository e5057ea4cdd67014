import type { Region } from '@burgernet/domain';
import { type Measure, measures } from '../ledger/posting.js';
import type { ReadModels } from '../read-models/read-models.js';
import type { Definition } from './definition.js';
import { currentDefinitions } from './definitions.js';
import { evaluate, type FigureValue } from './evaluate.js';
import { Slice } from './slice.js';

/** A figure of a region's year that some events moved. */
export interface Moved {
  readonly definition: Definition;
  readonly region: Region;
  readonly year: number;
  readonly before: FigureValue;
  readonly after: FigureValue;
}

/** Which years of a region a figure may have moved in. */
const yearsMoved = (
  { ledger }: ReadModels,
  definition: Definition,
  touched: (measure: Measure) => ReadonlyArray<number>,
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

/** In which years which measures of each region have postings of these events. */
const touchedBetween = (
  { ledger, events }: ReadModels,
  after: number,
  upTo: number,
): ReadonlyMap<Region, ReadonlyMap<Measure, ReadonlySet<number>>> => {
  const firstRow = events.firstAfter(after);
  const touched = new Map<Region, Map<Measure, Set<number>>>();
  for (const measure of measures)
    for (const year of ledger.years(measure))
      for (const { region, position } of ledger.postings(measure, year, () => true, firstRow)) {
        if (position > upTo) break;
        const ofRegion = touched.get(region) ?? new Map<Measure, Set<number>>();
        touched.set(region, ofRegion);
        ofRegion.set(measure, (ofRegion.get(measure) ?? new Set()).add(year));
      }
  return touched;
};

/**
 * Whether the latest events have postings at all: where they have and {@link movedSince} names nothing, only
 * how a year divides over months, municipalities and types changed.
 *
 * @param after the position of the last event before them
 * @param upTo the position of the last of them
 */
export const isCountedSince = (models: ReadModels, after: number, upTo: number): boolean =>
  touchedBetween(models, after, upTo).size > 0;

/**
 * The figures that the latest events moved: every one of a region's year that comes to something else
 * after them than before, in the order in which people read figures.
 *
 * @param after the position of the last event before them
 * @param upTo the position of the last of them; all that came by default
 */
export const movedSince = (
  models: ReadModels,
  after: number,
  upTo: number = models.position,
): ReadonlyArray<Moved> => {
  const { ledger } = models;
  return [...touchedBetween(models, after, upTo)].flatMap(([region, ofRegion]) => {
    const was = new Slice(ledger, { logged: after }, region);
    const is = new Slice(ledger, { logged: upTo }, region);
    return currentDefinitions.flatMap((definition) =>
      yearsMoved(models, definition, (measure) => [...(ofRegion.get(measure) ?? [])]).flatMap((year) => {
        const moved: Moved = {
          definition,
          region,
          year,
          before: evaluate(definition, was, { year }),
          after: evaluate(definition, is, { year }),
        };
        return JSON.stringify(moved.before) === JSON.stringify(moved.after) ? [] : [moved];
      }),
    );
  });
};
