import * as fc from 'fast-check';

const most = 999;

/** A place in a history that is not there yet, as a share of its length. */
export const picks = (): fc.Arbitrary<number> => fc.nat(most);

/** So short is a history of which every place is tried, so that one that fails shrinks whatever was picked. */
const short = 5;

/** The place that was picked, so many events from the beginning; of a short history every place there is. */
export const placesIn = (length: number, pick: number): ReadonlyArray<number> =>
  length <= short
    ? Array.from({ length: length + 1 }, (_, place) => place)
    : [Math.round((pick / most) * length)];
