import type { ActionState } from '@burgernet/domain';
import { awaitsVerdict, isThankDue } from '../measures/action.js';

/** What an action may be on the list of. */
export const actionLists = ['awaiting-verdict', 'thanks-due', 'marked'] as const;
/** One of {@link actionLists}. */
export type ActionList = (typeof actionLists)[number];

/** Which actions are on each list, by the numbers of their streams, in the order in which they came to it. */
export type ListedActions = Readonly<Record<ActionList, ReadonlyArray<number>>>;

const belongs: Readonly<Record<ActionList, (state: ActionState) => boolean>> = {
  'awaiting-verdict': awaitsVerdict,
  'thanks-due': isThankDue,
  marked: ({ markings }) => markings.length > 0,
};

/** Most events leave alone what decides on which lists an action is. */
const isAsBefore = (before: ActionState | undefined, after: ActionState): boolean =>
  before !== undefined &&
  before.facts === after.facts &&
  before.withdrawn === after.withdrawn &&
  before.markings === after.markings &&
  before.endedAt === after.endedAt &&
  before.ruledOut === after.ruledOut &&
  before.thanked === after.thanked;

/** Lists of actions that somebody has to do something with, or asks for: kept event by event, not sought. */
export class ActionLists {
  readonly #listed: Readonly<Record<ActionList, Set<number>>>;

  constructor(kept?: ListedActions) {
    this.#listed = {
      'awaiting-verdict': new Set(kept?.['awaiting-verdict']),
      'thanks-due': new Set(kept?.['thanks-due']),
      marked: new Set(kept?.marked),
    };
  }

  /** Takes an event of an action into account. @param stream its number */
  take(stream: number, before: ActionState | undefined, after: ActionState): void {
    if (isAsBefore(before, after)) return;
    for (const list of actionLists)
      if (belongs[list](after)) this.#listed[list].add(stream);
      else this.#listed[list].delete(stream);
  }

  /** The numbers of the streams on a list. */
  on(list: ActionList): ReadonlySet<number> {
    return this.#listed[list];
  }

  /** All lists, to be kept. */
  all(): ListedActions {
    return {
      'awaiting-verdict': [...this.#listed['awaiting-verdict']],
      'thanks-due': [...this.#listed['thanks-due']],
      marked: [...this.#listed.marked],
    };
  }
}
