/** Choices read one after the other from a single generated number. */
export interface Picks {
  /** a whole number from 0 up to, not including, `n` */
  readonly below: (n: number) => number;
  /** one of these; the first where the number is used up or has shrunk to 0 */
  readonly one: <A extends object | string | number | boolean | null>(items: ReadonlyArray<A>) => A;
}

/**
 * Reads choices from a number as digits of a mixed radix. One number per step instead of one generator
 * per choice keeps whole histories cheap to make, and a number that shrinks to 0 picks the first, and
 * plainest, of everything.
 *
 * @param seed a whole number from 0 to 2^53 - 1
 */
export const picksOf = (seed: number): Picks => {
  let rest = seed;
  const below = (n: number): number => {
    const digit = rest % n;
    rest = (rest - digit) / n;
    return digit;
  };
  return {
    below,
    one: (items) => {
      const picked = items[below(items.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from.');
      return picked;
    },
  };
};
