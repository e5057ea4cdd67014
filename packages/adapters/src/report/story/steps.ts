import {
  type ActionState,
  actionDecider,
  type DomainEvent,
  type Instant,
  isActionEvent,
  later,
  type Recorded,
  type Registry,
  type StoredEvent,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';

/** An event of a stream as a story tells it. */
export type Step =
  | {
      readonly tag: 'Told';
      readonly recorded: Recorded<DomainEvent>;
      /** the action after it; `undefined` in a stream of another kind */
      readonly after: ActionState | undefined;
    }
  /** it cannot be read, or stands behind one that cannot */
  | { readonly tag: 'Unread'; readonly stored: StoredEvent; readonly why: string };

/** The steps of the streams that are told, by name: those that were known then. */
export type Stories = ReadonlyMap<string, ReadonlyArray<Step>>;

/** The events of one stream, each with what the action was after it. */
export const stepsOf = (
  registry: Registry<DomainEvent>,
  id: string,
  stored: ReadonlyArray<StoredEvent>,
): ReadonlyArray<Step> => {
  let state: ActionState | undefined;
  let moment: Instant | undefined;
  let isFrozen = false;
  const step = (one: StoredEvent): Step => {
    if (isFrozen) return { tag: 'Unread', stored: one, why: 'stream-frozen' };
    const read = registry.decode(one);
    if (E.isLeft(read)) {
      isFrozen = true;
      return { tag: 'Unread', stored: one, why: read.left.reason };
    }
    const recorded = read.right;
    const { event } = recorded;
    if (!isActionEvent(event)) return { tag: 'Told', recorded, after: undefined };
    const recordedAt = moment === undefined ? recorded.recordedAt : later(moment, recorded.recordedAt);
    if (actionDecider.conflictOf(id, state, event, recordedAt) !== undefined) {
      isFrozen = true;
      return { tag: 'Unread', stored: one, why: 'conflict' };
    }
    state = actionDecider.evolve(state, event, recordedAt);
    moment = recordedAt;
    return { tag: 'Told', recorded, after: state };
  };
  return stored.map(step);
};

/** The action as it stands after its last step that can be read; `undefined` in a stream of another kind. */
export const lastState = (steps: ReadonlyArray<Step>): ActionState | undefined =>
  steps.reduce<ActionState | undefined>(
    (state, step) => (step.tag === 'Told' ? (step.after ?? state) : state),
    undefined,
  );
