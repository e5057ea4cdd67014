export * from './action/event.js';
export { type Check, deriveCheck } from './codec/check.js';
export {
  type Branded,
  type Closed,
  Count,
  closed,
  list,
  nullable,
  oneOf,
  open,
  type TextCodec,
  text,
} from './codec/closed.js';
export { explain } from './codec/explain.js';
export * from './envelope.js';
export { fingerprint } from './fingerprint.js';
export * from './mailing/event.js';
export * from './municipality/event.js';
export * from './publication/event.js';
export * from './registry.js';
export type { AnyRejection, RejectionOf, Sentence, Sentences } from './rejection.js';
export * from './stream.js';
export * from './time/amsterdam.js';
export { Precision } from './time/found-at.js';
export * from './time/instant.js';
export * from './time/period.js';
export {
  type FoundAt,
  type FoundWhen,
  foundInterval,
  foundWhen,
  isBeforeStart,
  isInTime,
  type RunTime,
  runTime,
} from './time/run-time.js';
export * from './vocabulary/actor.js';
export * from './vocabulary/codes.js';
export * from './vocabulary/identifiers.js';
export { SenderCode } from './vocabulary/sender.js';
