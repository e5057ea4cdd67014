import type { Decider } from '../decider.js';
import { type Decided, decidePlain } from '../plain.js';
import { type ActionCommand, actionCommands } from './command.js';
import { conflictOf } from './conflict.js';
import { decide, isByRule } from './decide.js';
import type { ActionEvent } from './event.js';
import type { ActionRejection } from './rejection.js';
import { type ActionState, evolveAction } from './state.js';

/** What may be asked of an action, what then happened, and what it is after that. */
export interface ActionDecider extends Decider<ActionCommand, ActionEvent, ActionState, ActionRejection> {}

/** An action: a time-critical call to look out. */
export const actionDecider: ActionDecider = {
  kind: 'action',
  commands: actionCommands,
  decide,
  conflictOf: (_id, state, event, recordedAt) => conflictOf(state, event, recordedAt),
  evolve: evolveAction,
  isByRule,
};

/**
 * Decides a command as {@link actionDecider} does, and answers without fp-ts.
 *
 * @param command with who gives it and when it is recorded; from outside it is decoded first
 * @param state the action so far; `undefined` before its first event
 */
export const decideAction: (
  command: ActionCommand,
  state: ActionState | undefined,
) => Decided<ActionEvent, ActionRejection> = decidePlain(actionDecider);
