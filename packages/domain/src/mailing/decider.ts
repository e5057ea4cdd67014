import type { Decider } from '../decider.js';
import { type Decided, decidePlain } from '../plain.js';
import { type MailingCommand, mailingCommands } from './command.js';
import { conflictOf } from './conflict.js';
import { decide } from './decide.js';
import type { MailingEvent } from './event.js';
import type { MailingRejection } from './rejection.js';
import { evolveMailing, type MailingState } from './state.js';

/** What may be asked of a mailing, what then happened, and what it is after that. */
export interface MailingDecider
  extends Decider<MailingCommand, MailingEvent, MailingState, MailingRejection> {}

/** A mailing: a neighbourhood inquiry or a prevention message. */
export const mailingDecider: MailingDecider = {
  kind: 'mailing',
  commands: mailingCommands,
  decide,
  conflictOf: (_id, state, event, recordedAt) => conflictOf(state, event, recordedAt),
  evolve: evolveMailing,
  isByRule: () => false,
};

/**
 * Decides a command as {@link mailingDecider} does, and answers without fp-ts.
 *
 * @param command with who gives it and when it is recorded; from outside it is decoded first
 * @param state the mailing so far; `undefined` before its first event
 */
export const decideMailing: (
  command: MailingCommand,
  state: MailingState | undefined,
) => Decided<MailingEvent, MailingRejection> = decidePlain(mailingDecider);
