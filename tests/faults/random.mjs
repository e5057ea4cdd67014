/**
 * A source of chance that a seed repeats (mulberry32).
 *
 * @param {number} seed
 */
export const randomFrom = (seed) => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (/** @type {number} */ end) => Math.floor(next() * end);
  return {
    /** a whole number from 0 up to and without `end` */
    below,
    /** one of some values */
    pick: (/** @type {ReadonlyArray<string>} */ values) => values[below(values.length)],
    /** whether something comes to pass that does so in this share of all cases */
    chance: (/** @type {number} */ share) => next() < share,
  };
};

/** @typedef {ReturnType<typeof randomFrom>} Random */
