import { type ActionStepKind, actionStepKinds } from './action-steps.js';

/** A kind of step of a history. */
export type StepKind =
  | { readonly on: 'action'; readonly kind: ActionStepKind }
  | { readonly on: 'mailing' | 'municipality' | 'publication' | 'vault' };

/** How often kinds of steps come up; shares are from 0 to 1. */
export interface Shares {
  readonly late: number;
  readonly corrections: number;
}

/** How many steps there are on other streams, for each step on an action. */
const sharesOfOthers = [
  ['mailing', 0.09],
  ['municipality', 0.08],
  ['publication', 0.02],
  ['vault', 0.02],
] as const;

const weigh = (share: ActionStepKind['share']): number =>
  actionStepKinds.reduce((sum, kind) => sum + (kind.share === share ? kind.weight : 0), 0);

/**
 * A deck of kinds of steps, each in it as often as its weight says; a step draws its kind from it.
 * Markings keep their weight together, whatever share of them is late.
 */
export const deckOf = ({ late, corrections }: Shares): ReadonlyArray<StepKind> => {
  const markings = weigh('timely') + weigh('late');
  const rest = weigh('usual') + markings;
  const portion = Math.min(Math.max(corrections, 0), 0.9);
  const totals: Readonly<Record<ActionStepKind['share'], number>> = {
    usual: weigh('usual'),
    // Most actions are over when a step comes to them, and what needs the run time is then skipped.
    timely: 3 * markings * (1 - late),
    late: markings * late,
    correction: (rest * portion) / (1 - portion),
  };
  const copies = (kind: ActionStepKind): number =>
    Math.round((totals[kind.share] * kind.weight) / weigh(kind.share));
  const onActions = actionStepKinds.flatMap(
    (kind): ReadonlyArray<StepKind> => Array.from({ length: copies(kind) }, () => ({ on: 'action', kind })),
  );
  const others = sharesOfOthers.flatMap(([on, share]) =>
    Array.from({ length: Math.ceil(onActions.length * share) }, () => ({ on })),
  );
  return [...onActions, ...others];
};
