import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { type ClockRejection, momentOfRecording } from './clock.js';
import { explain } from './codec/explain.js';
import type { Decider } from './decider.js';
import type { Recorded, StoredEvent, Unreadable } from './envelope.js';
import type { AnyEvent, Registry } from './registry.js';
import type { AnyRejection } from './rejection.js';
import type { Instant } from './time/instant.js';

// The face of the package for those who do not use fp-ts; nothing inside it needs these.

/** What became of a command: the events to append, or the rule that refuses it. A refusal leaves no event. */
export type Decided<E, R> =
  | { readonly ok: true; readonly events: ReadonlyArray<E> }
  | { readonly ok: false; readonly rejection: R };

/** What became of a value from outside: it is what the codec describes, or what is wrong with it. */
export type Decoded<A> =
  | { readonly ok: true; readonly value: A }
  | {
      readonly ok: false;
      /** in a sentence, field by field (English: it goes to engineers) */
      readonly problem: string;
    };

/** What became of a stored event: it was read, or why it cannot be. */
export type EventRead<E> =
  | { readonly ok: true; readonly event: Recorded<E> }
  | { readonly ok: false; readonly unreadable: Unreadable };

/** What became of a moment of recording: the one that stands, or the rule that refuses it. */
export type Recording =
  | { readonly ok: true; readonly recordedAt: Instant }
  | { readonly ok: false; readonly rejection: ClockRejection };

/**
 * The moment at which a command is recorded, as `momentOfRecording` gives it, without an `Either`.
 *
 * @param stream the stream's name, for the refusal
 * @param last the latest moment recorded in the stream; `undefined` where it is new
 * @param recordedAt the writer's clock
 * @param tolerance by how much it may lie before the last, in milliseconds, see `defaultTolerance`
 */
export const recordingPlain = (
  stream: string,
  last: Instant | undefined,
  recordedAt: Instant,
  tolerance?: number,
): Recording => {
  const moment = momentOfRecording(stream, last, recordedAt, tolerance);
  return E.isRight(moment) ? { ok: true, recordedAt: moment.right } : { ok: false, rejection: moment.left };
};

/**
 * Decides a command as the decider does, and answers without an `Either`.
 *
 * @param decider such as `actionDecider`
 * @returns a function from a command and the state so far (`undefined` before the first event)
 */
export const decidePlain =
  <C, E, S, R extends AnyRejection>(decider: Decider<C, E, S, R>) =>
  (command: C, state: S | undefined): Decided<E, R> => {
    const decided = decider.decide(command, state);
    return E.isRight(decided) ? { ok: true, events: decided.right } : { ok: false, rejection: decided.left };
  };

/**
 * Decodes a value from outside, such as parsed JSON, and answers without an `Either`.
 *
 * @param codec such as `ActionCommand`, `Instant` or `Uuid`
 */
export const decodePlain = <A>(codec: t.Decoder<unknown, A>, value: unknown): Decoded<A> => {
  const decoded = codec.decode(value);
  return E.isRight(decoded)
    ? { ok: true, value: decoded.right }
    : { ok: false, problem: explain(decoded.left) };
};

/**
 * Reads a stored event as the registry does, and answers without an `Either`. Total: what cannot be read
 * comes back with a reason.
 *
 * @param registry such as `actionRegistry()` or `domainRegistry()`
 */
export const readEventPlain = <E extends AnyEvent>(
  registry: Registry<E>,
  stored: StoredEvent,
): EventRead<E> => {
  const read = registry.decode(stored);
  return E.isRight(read) ? { ok: true, event: read.right } : { ok: false, unreadable: read.left };
};
