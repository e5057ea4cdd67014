import type { Region } from '@burgernet/domain';
import type { ReadModels } from '../read-models/read-models.js';
import type { Definition } from './definition.js';
import { currentDefinitions } from './definitions.js';
import { evaluate, type FigureValue } from './evaluate.js';
import { Slice } from './slice.js';
import { touchedSince, yearsMoved } from './touched.js';

/** A figure of a region's year that some events moved. */
export interface Moved {
  readonly definition: Definition;
  readonly region: Region;
  readonly year: number;
  readonly before: FigureValue;
  readonly after: FigureValue;
}

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
  const touched = touchedSince(models, after, upTo);
  return [...touched].flatMap(([region, ofRegion]) => {
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
