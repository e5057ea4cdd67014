import type { StoredEvent } from '@burgernet/domain';
import { history } from '../benchmarks/history/history.js';
import { municipalities } from '../benchmarks/history/municipalities.js';

/** A made-up history of the benchmarks, as a store would hold it: long, valid and varied. */
export const madeUp = (wanted: {
  readonly seed: number;
  readonly events: number;
}): ReadonlyArray<StoredEvent> => {
  let position = 0;
  return [...history({ ...wanted, municipalities })].flat().flatMap(({ stream, expected, events }) =>
    events.map((event, index) => {
      position += 1;
      return { ...event, stream, revision: (expected === 'no-stream' ? 0 : expected + 1) + index, position };
    }),
  );
};
