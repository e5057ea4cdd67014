// A figure that the packages do not have: successes by the day of the week and the line, as they stand now.
import { type ActionState, classOfMarking, evolveAction, isActionEvent } from '@burgernet/domain';
import type { EventFold } from '@burgernet/projections';

/** Every action as its events say it is, and the last revision that was seen of it, by its stream. */
type Actions = Map<string, { readonly action: ActionState | undefined; readonly seen: number }>;

const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'Europe/Amsterdam' });

/** By the day of the find, or of the marking where the find's is not known. */
const successesOf = ({ withdrawn, facts, markings }: ActionState): ReadonlyArray<string> =>
  withdrawn || facts.status !== 'actual'
    ? []
    : markings
        .filter((marking) => classOfMarking(marking) !== 'none')
        .map(({ foundAt, recordedAt, line }) => [foundAt?.moment ?? recordedAt, line] as const)
        .map(([moment, line]) => `${weekday.format(new Date(moment))}, ${line}`);

export const successesPerWeekday = {
  initial: (): Actions => new Map(),
  handle: (actions, { event, stream, revision, recordedAt }) => {
    const { action, seen } = actions.get(stream) ?? { action: undefined, seen: -1 };
    if (!isActionEvent(event) || revision <= seen) return actions;
    return actions.set(stream, { action: evolveAction(action, event, recordedAt), seen: revision });
  },
  answer: (actions: Actions): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const { action } of actions.values())
      for (const one of action === undefined ? [] : successesOf(action))
        counts.set(one, (counts.get(one) ?? 0) + 1);
    return counts;
  },
} satisfies EventFold<Actions> & { readonly answer: (actions: Actions) => unknown };
