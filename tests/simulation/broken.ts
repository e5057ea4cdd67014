/** A promise that was not kept. */
export class Broken extends Error {}

/** @param what is said where it does not hold */
export const must: (holds: boolean, what: string) => asserts holds = (holds, what) => {
  if (!holds) throw new Broken(what);
};
