export { type ActionCommand, actionCommands, EndAction } from './action/command.js';
export { actionDecider } from './action/decider.js';
export * from './action/event.js';
export { type ActionRejection, actionSentences } from './action/rejection.js';
export * from './action/state.js';
export * from './action/success.js';
export { authoritySentences } from './authority.js';
export * from './clock.js';
export { type Check, deriveCheck } from './codec/check.js';
export {
  type Branded,
  type Closed,
  type ClosedType,
  Count,
  closed,
  type ListType,
  list,
  matching,
  type NullableType,
  nullable,
  type OneOfType,
  oneOf,
  open,
  type TextCodec,
  type TextForm,
  type TextKnown,
  text,
} from './codec/closed.js';
export { explain } from './codec/explain.js';
export { choicesOf, fieldOf, isNullable, isUnion } from './codec/field-of.js';
export { deriveSchema, type Json, type JsonObject, type SchemaParts } from './codec/json-schema.js';
export { type MomentFault, readMoments } from './codec/moments.js';
export type { Given } from './command.js';
export type { Decider } from './decider.js';
export * from './envelope.js';
export { eventSchemas, type NamedSchema, schemaIdOf } from './event-schemas.js';
export * from './events.js';
export { fingerprint } from './fingerprint.js';
export { type MailingCommand, mailingCommands } from './mailing/command.js';
export { mailingDecider } from './mailing/decider.js';
export * from './mailing/event.js';
export { type MailingRejection, mailingSentences } from './mailing/rejection.js';
export { evolveMailing, type MailingState } from './mailing/state.js';
export { type MunicipalityCommand, municipalityCommands } from './municipality/command.js';
export { municipalityDecider } from './municipality/decider.js';
export * from './municipality/event.js';
export { type MunicipalityRejection, municipalitySentences } from './municipality/rejection.js';
export * from './municipality/state.js';
export { type PublicationCommand, publicationCommands } from './publication/command.js';
export { publicationDecider } from './publication/decider.js';
export * from './publication/event.js';
export { type PublicationRejection, publicationSentences } from './publication/rejection.js';
export { evolvePublication, type PublicationState } from './publication/state.js';
export * from './registry.js';
export {
  type AnyRejection,
  both,
  type Refusal,
  type RejectionOf,
  refusing,
  type Sentence,
  type Sentences,
} from './rejection.js';
export * from './state-codecs.js';
export * from './stream.js';
export * from './time/amsterdam.js';
export { FoundAt, Precision } from './time/found-at.js';
export * from './time/instant.js';
export * from './time/period.js';
export {
  type FoundWhen,
  foundInterval,
  foundWhen,
  isBeforeStart,
  isInTime,
  type RunTime,
  runTime,
} from './time/run-time.js';
export { type VaultCommand, vaultCommands } from './vault/command.js';
export { type Consultation, ConsultationReason, consultationRefusal } from './vault/consult.js';
export { vaultDecider } from './vault/decider.js';
export * from './vault/event.js';
export {
  type ConsultationRejection,
  consultationSentences,
  type VaultRejection,
  vaultSentences,
} from './vault/rejection.js';
export * from './vault/retention.js';
export type { VaultState } from './vault/state.js';
export * from './vocabulary/actor.js';
export { type Act, acts, roleNames } from './vocabulary/acts.js';
export * from './vocabulary/codes.js';
export * from './vocabulary/identifiers.js';
export { SenderCode } from './vocabulary/sender.js';
