import { type DomainEvent, earliest, plus, type Recorded } from '@burgernet/domain';
import * as fc from 'fast-check';
import type { AsOf } from '../ledger/as-of.js';
import { placesIn } from './places.js';

/** By which clock it is asked what was known. */
export type Clock = 'registered' | 'logged';
export const clocks = (): fc.Arbitrary<Clock> => fc.constantFrom('logged', 'registered');

/**
 * Moments of a history: any position, from before the first on; or a moment at, a millisecond before and a
 * millisecond after one at which something was recorded.
 *
 * @param pick see `picks`
 */
export const momentsIn = (
  events: ReadonlyArray<Recorded<DomainEvent>>,
  clock: Clock,
  pick: number,
): ReadonlyArray<Exclude<AsOf, 'latest'>> => {
  const places = placesIn(events.length, pick);
  if (clock === 'logged') return places.map((logged) => ({ logged }));
  const moments = places.flatMap((place) => {
    const recordedAt = events[place - 1]?.recordedAt ?? earliest;
    return [plus(recordedAt, -1), recordedAt, plus(recordedAt, 1)];
  });
  return [...new Set(moments)].sort().map((registered) => ({ registered }));
};

/** A moment in words. */
export const inWords = (asOf: AsOf): string =>
  asOf === 'latest'
    ? 'now'
    : 'logged' in asOf
      ? `at position ${asOf.logged}`
      : `at ${asOf.registered} by what was registered`;
