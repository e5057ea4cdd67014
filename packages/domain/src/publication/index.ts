export * from '../beside.js';
export { PublicationCommand, publicationCommands } from './command.js';
export { decidePublication, type PublicationDecider, publicationDecider } from './decider.js';
export * from './event.js';
export { publicationRegistrations, publicationRegistry } from './registrations.js';
export { type PublicationRejection, publicationSentences } from './rejection.js';
export { evolvePublication, type PublicationState } from './state.js';
