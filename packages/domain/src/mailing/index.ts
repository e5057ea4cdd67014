export * from '../beside.js';
export { MailingCommand, mailingCommands } from './command.js';
export { decideMailing, type MailingDecider, mailingDecider } from './decider.js';
export * from './event.js';
export { mailingRegistrations, mailingRegistry } from './registrations.js';
export { type MailingRejection, mailingSentences } from './rejection.js';
export { evolveMailing, type MailingState } from './state.js';
