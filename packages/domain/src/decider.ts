import type { Either } from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import type { AnyRejection } from './rejection.js';
import type { StreamKind } from './stream.js';
import type { Instant } from './time/instant.js';

/**
 * An aggregate as pure functions: what may be asked of it, what then happened, and what it is after that.
 *
 * @typeParam C its commands
 * @typeParam E its events
 * @typeParam S its state; `undefined` before its first event
 * @typeParam R its refusals
 */
export interface Decider<C, E, S, R extends AnyRejection> {
  readonly kind: StreamKind;
  /** codecs of what each command asks for, by the command's type */
  readonly commands: { readonly [type: string]: t.Mixed };
  /** The events to append, or the rule that refuses the command. A refusal leaves no event. */
  readonly decide: (command: C, state: S | undefined) => Either<R, ReadonlyArray<E>>;
  /** The rule that an event would break in a stream, whoever wrote it; `undefined` where there is none. */
  readonly conflictOf: (id: string, state: S | undefined, event: E, recordedAt: Instant) => R | undefined;
  /** The state after one more event that conflicts with nothing. */
  readonly evolve: (state: S | undefined, event: E, recordedAt: Instant) => S | undefined;
  /** Whether the event is the system's own doing, whoever gave the command. */
  readonly isByRule: (event: E) => boolean;
}
