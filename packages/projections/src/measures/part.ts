import { type Changed, difference } from '../ledger/difference.js';
import type { Contribution } from '../ledger/posting.js';

const nothing: ReadonlyArray<Contribution> = [];

/**
 * One part of what a stream contributes.
 *
 * Most events leave most of a stream alone, as the very same object. What a part can tell from that to
 * be the same in the state `beside` it leaves out, on both sides alike: it is no difference.
 */
export type Part<S> = (state: S, beside?: S) => ReadonlyArray<Contribution>;

/** All that a stream contributes; nothing before its first event. Its parts have no key in common. */
export const contributionsOf = <S>(
  parts: ReadonlyArray<Part<S>>,
  state: S | undefined,
): ReadonlyArray<Contribution> => (state === undefined ? nothing : parts.flatMap((part) => part(state)));

/** What a stream contributes after an event, less what it contributed before it. */
export const changesOf = <S>(
  parts: ReadonlyArray<Part<S>>,
  before: S | undefined,
  after: S | undefined,
  changed: Changed,
): void => {
  if (before === after) return;
  for (const part of parts) {
    const was = before === undefined ? nothing : part(before, after);
    const is = after === undefined ? nothing : part(after, before);
    difference(was, is, changed);
  }
};
