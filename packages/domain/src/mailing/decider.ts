import type { Decider } from '../decider.js';
import { type MailingCommand, mailingCommands } from './command.js';
import { conflictOf } from './conflict.js';
import { decideMailing } from './decide.js';
import type { MailingEvent } from './event.js';
import type { MailingRejection } from './rejection.js';
import { evolveMailing, type MailingState } from './state.js';

/** A mailing: a neighbourhood inquiry or a prevention message. */
export const mailingDecider: Decider<MailingCommand, MailingEvent, MailingState, MailingRejection> = {
  kind: 'mailing',
  commands: mailingCommands,
  decide: decideMailing,
  conflictOf: (_id, state, event, recordedAt) => conflictOf(state, event, recordedAt),
  evolve: evolveMailing,
  isByRule: () => false,
};
