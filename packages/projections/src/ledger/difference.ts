import type { Contribution } from './posting.js';

/** How one contribution changed. */
export type Changed = (contribution: Contribution, amount: number, presence: number) => void;

const sameKey = (a: Contribution, b: Contribution): boolean =>
  a.measure === b.measure &&
  a.detail === b.detail &&
  a.month === b.month &&
  a.municipality === b.municipality &&
  a.type === b.type &&
  a.year === b.year &&
  a.region === b.region;

const findSame = (
  contributions: ReadonlyArray<Contribution>,
  like: Contribution,
): Contribution | undefined => {
  for (const contribution of contributions) if (sameKey(contribution, like)) return contribution;
  return undefined;
};

/**
 * What a stream contributes after an event, less what it contributed before it: what was taken away
 * first, then what changed or came. Each list holds a key at most once.
 */
export const difference = (
  before: ReadonlyArray<Contribution>,
  after: ReadonlyArray<Contribution>,
  changed: Changed,
): void => {
  for (const was of before) if (findSame(after, was) === undefined) changed(was, -was.amount, -1);
  for (const is of after) {
    const was = findSame(before, is);
    if (was === undefined) changed(is, is.amount, 1);
    else if (was.amount !== is.amount) changed(is, is.amount - was.amount, 0);
  }
};
