import { fromEpoch, type Instant } from '@burgernet/domain';
import { moments } from '@burgernet/domain/testing';
import fc from 'fast-check';

/** Any moment of 1970 to 2100, often one at which the month, the year or the clock turns in Amsterdam. */
export const instants: fc.Arbitrary<Instant> = fc.oneof(
  moments(),
  fc.integer({ min: 0, max: Date.UTC(2100, 11, 31) }).map(fromEpoch),
  // The hours in which months turn, for every month of those years.
  fc
    .tuple(fc.nat(131 * 12 - 1), fc.constantFrom(-7_200_000, -3_600_000, 0), fc.constantFrom(-1, 0, 1))
    .map(([month, offset, by]) => fromEpoch(Math.max(0, Date.UTC(1970, month, 1) + offset + by))),
);
