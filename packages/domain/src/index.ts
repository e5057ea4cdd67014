/**
 * The language and the rules: events, commands and deciders. It knows no store, no clock and no network.
 *
 * @module @burgernet/domain
 */
export * from './action/index.js';
export { authoritySentences } from './authority.js';
export * from './clock.js';
export { type Check, deriveCheck } from './codec/check.js';
export {
  type Branded,
  type Closed,
  type ClosedType,
  Count,
  closed,
  closedAs,
  type ListType,
  list,
  matching,
  type NullableType,
  nullable,
  type OneOfType,
  type OptionalFields,
  oneOf,
  open,
  openAs,
  type RequiredFields,
  type TextCodec,
  type TextForm,
  type TextKnown,
  text,
} from './codec/closed.js';
export { explain } from './codec/explain.js';
export { choicesOf, fieldOf, isNullable, isUnion } from './codec/field-of.js';
export { deriveSchema, type Json, type JsonObject, type SchemaParts } from './codec/json-schema.js';
export { type MomentFault, readMoments } from './codec/moments.js';
export type { Command, Given } from './command.js';
export type { Decider } from './decider.js';
export * from './envelope.js';
export type { EventOf } from './event-of.js';
export { eventSchemas, type NamedSchema, schemaIdOf } from './event-schemas.js';
export * from './events.js';
export { fingerprint } from './fingerprint.js';
export * from './mailing/index.js';
export * from './municipality/index.js';
export * from './plain.js';
export * from './publication/index.js';
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
export * from './vault/index.js';
export * from './vocabulary/actor.js';
export { type Act, acts, roleNames } from './vocabulary/acts.js';
export * from './vocabulary/codes.js';
export * from './vocabulary/identifiers.js';
export type { Reason } from './vocabulary/reason.js';
export { SenderCode } from './vocabulary/sender.js';
