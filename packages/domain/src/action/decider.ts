import type { Decider } from '../decider.js';
import { type ActionCommand, actionCommands } from './command.js';
import { conflictOf } from './conflict.js';
import { decideAction, isByRule } from './decide.js';
import type { ActionEvent } from './event.js';
import type { ActionRejection } from './rejection.js';
import { type ActionState, evolveAction } from './state.js';

/** An action: a time-critical call to look out. */
export const actionDecider: Decider<ActionCommand, ActionEvent, ActionState, ActionRejection> = {
  kind: 'action',
  commands: actionCommands,
  decide: decideAction,
  conflictOf: (_id, state, event, recordedAt) => conflictOf(state, event, recordedAt),
  evolve: evolveAction,
  isByRule,
};
