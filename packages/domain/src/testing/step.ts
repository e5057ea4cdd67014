import * as fc from 'fast-check';

/**
 * A step of a history before it is taken, in small numbers only: a history that fails shrinks to fewer
 * and plainer steps, and what a step does is settled when it is taken.
 */
export interface Step {
  /** what is done, by its weight; 0 is the plainest */
  readonly kind: number;
  /** which of the actions, mailings, ... it is done to */
  readonly slot: number;
  /** the choices that say when it is done */
  readonly when: number;
  /** the choices that say what is done exactly */
  readonly picks: number;
  /** 0 to 99; above a bound, events are delivered again after the step */
  readonly again: number;
}

/** Steps of which the kinds weigh so much together. */
export const steps = (kinds: number): fc.Arbitrary<Step> =>
  fc
    .tuple(fc.nat(kinds - 1), fc.nat(59), fc.maxSafeNat(), fc.maxSafeNat(), fc.nat(99))
    .map(([kind, slot, when, picks, again]) => ({ kind, slot, when, picks, again }));

/** Whether a number from 0 to 99 is among the share (0 to 1) to which something happens; 0 is only where all are. */
export const isAmong = (share: number, hundredth: number): boolean => hundredth >= 100 - 100 * share;
