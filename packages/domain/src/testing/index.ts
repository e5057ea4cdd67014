/**
 * For tests against the domain: given/when/then for deciders, and fast-check arbitraries of commands, events and whole
 * histories.
 *
 * @module @burgernet/domain/testing
 */
export {
  anyActionCommand,
  anyMailingCommand,
  anyMunicipalityCommand,
  anyPublicationCommand,
  anyVaultCommand,
} from './commands.js';
export { type Damage, damages } from './damage.js';
export { type DamagedHistory, damagedHistories } from './damaged-histories.js';
export { dataOf } from './data.js';
export { anyActionEvent, anyEvent } from './events.js';
export { at, type Before, given, type Happened, type Outcome, type Tagged } from './given.js';
export { type History, type HistoryOptions, histories } from './histories.js';
export { moments } from './moments.js';
export { type StreamOptions, streams } from './streams.js';
export { valid } from './valid.js';
