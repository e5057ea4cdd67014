// What the entry of every aggregate gives beside it: the words its events and commands are made of, what
// stores and other services exchange, and answers without fp-ts.
export { type ClockRejection, defaultTolerance, momentOfRecording } from './clock.js';
export { explain } from './codec/explain.js';
export type { Command, Given } from './command.js';
export type { Decider } from './decider.js';
export * from './envelope.js';
export type { EventOf } from './event-of.js';
export * from './plain.js';
export type { AnyEvent, Registration, Registry, Version } from './registry.js';
export type { AnyRejection, Refusal, Sentence } from './rejection.js';
export * from './stream.js';
export { FoundAt, Precision } from './time/found-at.js';
export * from './time/instant.js';
export { Month, PlainDate } from './time/period.js';
export * from './vocabulary/actor.js';
export * from './vocabulary/codes.js';
export * from './vocabulary/identifiers.js';
export type { Reason } from './vocabulary/reason.js';
export { SenderCode } from './vocabulary/sender.js';
