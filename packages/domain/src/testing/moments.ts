import * as fc from 'fast-check';
import { fromEpoch, Instant, toEpoch } from '../time/instant.js';
import { valid } from './valid.js';

/** Moments of Amsterdam at which something turns: a year, a month, the clock. */
export const turningPoints: ReadonlyArray<Instant> = [
  '2021-01-31T23:00:00.000Z', // a month
  '2020-12-31T23:00:00.000Z', // 2021 begins
  '2021-12-31T23:00:00.000Z', // 2022 begins
  '2021-03-28T01:00:00.000Z', // the clock goes from 2:00 to 3:00
  '2021-10-31T01:00:00.000Z', // the clock goes from 3:00 to 2:00
  '2021-03-27T23:00:00.000Z', // the day of 23 hours begins
  '2021-03-31T22:00:00.000Z', // the first month that begins in summer time
  '2021-10-30T22:00:00.000Z', // the day of 25 hours begins
  '2021-10-31T23:00:00.000Z', // the first month that begins in winter time again
  '2020-02-28T23:00:00.000Z', // 29 February
  '2022-03-23T23:00:00.000Z', // Weesp becomes Amsterdam
].map((moment) => valid(Instant, moment));

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Moments of 2020 to 2022, half of them at, a millisecond before or shortly around a moment at which
 * the year, the month or the clock turns in Amsterdam.
 */
export const moments = (): fc.Arbitrary<Instant> =>
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom(...turningPoints),
        fc.oneof(fc.constantFrom(0, -1, 1, -hour, -hour - 1, minute), fc.integer({ min: -day, max: day })),
      )
      .map(([turn, offset]) => fromEpoch(toEpoch(turn) + offset)),
    fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2022, 11, 31) }).map(fromEpoch),
  );
