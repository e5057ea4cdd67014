export * from '../beside.js';
export { VaultCommand, vaultCommands } from './command.js';
export { type Consultation, ConsultationReason, consultationRefusal } from './consult.js';
export { decideVault, type VaultDecider, vaultDecider } from './decider.js';
export * from './event.js';
export { vaultRegistrations, vaultRegistry } from './registrations.js';
export {
  type ConsultationRejection,
  consultationSentences,
  type VaultRejection,
  vaultSentences,
} from './rejection.js';
export * from './retention.js';
export type { VaultState } from './state.js';
