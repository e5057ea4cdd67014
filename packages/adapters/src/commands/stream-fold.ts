import {
  type AnyRejection,
  type Decider,
  type DomainEvent,
  type Given,
  type Instant,
  later,
  type QuarantineReason,
  type Recorded,
  type Registry,
  type StoredEvent,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { ExpectedRevision } from '../event-store/port.js';
import type { CommandFault } from './rejection.js';

/** An event that a command brings about. */
export interface Decided {
  readonly event: DomainEvent;
  /** whether it is the system's own doing, whoever gave the command */
  readonly byRule: boolean;
}

/** What a command brings about, and when that is recorded. */
export interface Decision {
  readonly recordedAt: Instant;
  readonly decided: ReadonlyArray<Decided>;
}

/** A command as it was given: what it asks for is not decoded yet, and when it is recorded is said beside it. */
export interface Asking extends Omit<Given, 'recordedAt'> {
  readonly type: string;
  readonly data: unknown;
}

/** A stream as it stood at one point, and what it answers a command there. */
export interface Standing<R> {
  /** the latest moment recorded in it; `undefined` where it is new */
  readonly recordedAt: Instant | undefined;
  readonly decide: (
    asking: Asking,
    recordedAt: Instant,
  ) => E.Either<CommandFault | R, ReadonlyArray<Decided>>;
  /** The stream behind what it decided, once that stands: as it would be if it were read again. */
  readonly after: (decision: Decision) => Standing<R>;
}

/** The first event of a stream that could not be read, and why. */
export interface Freeze {
  readonly stored: StoredEvent;
  readonly reason: QuarantineReason;
  readonly detail: string;
}

/** What an event did to the stream that it was put to. */
export type Taken =
  | { readonly tag: 'taken'; readonly recorded: Recorded<DomainEvent> }
  /** the stream has this very event already */
  | { readonly tag: 'repeated' }
  /** this event, or one before it, cannot be read: the stream is frozen */
  | { readonly tag: 'frozen'; readonly freeze: Freeze };

/** One stream, folded event by event. It keeps the state and the ids, no texts. */
export interface StreamFold<R extends AnyRejection = AnyRejection> {
  readonly name: string;
  /** of the last event put to it, readable or not */
  readonly revision: ExpectedRevision;
  readonly freeze: Freeze | undefined;
  /** whether an event of this id was taken */
  readonly has: (eventId: string) => boolean;
  readonly take: (stored: StoredEvent) => Taken;
  readonly standing: () => Standing<R>;
}

/** An aggregate as the place that runs commands needs it. */
export interface Aggregate<C, E extends DomainEvent, S, R extends AnyRejection> {
  readonly decider: Decider<C, E, S, R>;
  readonly isEvent: (event: DomainEvent) => event is E;
  /** Decodes what is asked into one of the aggregate's commands. */
  readonly read: (asking: Asking, recordedAt: Instant) => E.Either<CommandFault, C>;
}

const standingOf = <C, E extends DomainEvent, S, R extends AnyRejection>(
  aggregate: Aggregate<C, E, S, R>,
  state: S | undefined,
  recordedAt: Instant | undefined,
): Standing<R> => ({
  recordedAt,
  decide: (asking, moment) => {
    const command = aggregate.read(asking, moment);
    if (E.isLeft(command)) return command;
    const { decide, isByRule } = aggregate.decider;
    const events = decide(command.right, state);
    return E.isLeft(events)
      ? events
      : E.right(events.right.map((event) => ({ event, byRule: isByRule(event) })));
  },
  after: (decision) => {
    let next = state;
    for (const { event } of decision.decided) {
      if (!aggregate.isEvent(event))
        throw new Error(`${event.type} was decided on a stream of another kind.`);
      next = aggregate.decider.evolve(next, event, decision.recordedAt);
    }
    return standingOf(aggregate, next, decision.recordedAt);
  },
});

/**
 * Opens a stream to be folded, empty at first.
 *
 * Reading takes the latest moment of recording seen so far (domain: "Time"). From the first event on
 * that cannot be read, that conflicts with the stream, or that says something else under an id which
 * the stream has already, nothing more is taken (domain: "What cannot be read").
 *
 * @param id what the stream is about: a UUID, or a municipality's year
 * @param name of the stream in the store
 */
export const foldStream = <C, E extends DomainEvent, S, R extends AnyRejection>(
  aggregate: Aggregate<C, E, S, R>,
  registry: Registry<DomainEvent>,
  id: string,
  name: string,
): StreamFold<R> => {
  const { decider, isEvent } = aggregate;
  const fingerprints = new Map<string, number>();
  let state: S | undefined;
  let recordedAt: Instant | undefined;
  let revision: ExpectedRevision = 'no-stream';
  let freeze: Freeze | undefined;

  const frozenBy = (stored: StoredEvent, reason: QuarantineReason, detail: string): Taken => {
    freeze ??= { stored, reason, detail };
    return { tag: 'frozen', freeze };
  };

  const follow = (stored: StoredEvent, recorded: Recorded<DomainEvent>): Taken => {
    const { event } = recorded;
    const there = fingerprints.get(recorded.eventId);
    if (there === recorded.fingerprint) return { tag: 'repeated' };
    if (there !== undefined)
      return frozenBy(
        stored,
        'contradicts-earlier',
        `The stream has an event ${recorded.eventId} already that says something else.`,
      );
    if (freeze !== undefined) return { tag: 'frozen', freeze };
    if (!isEvent(event))
      return frozenBy(
        stored,
        'foreign-stream',
        `An event of type "${event.type}" does not belong in ${name}.`,
      );
    const moment = recordedAt === undefined ? recorded.recordedAt : later(recordedAt, recorded.recordedAt);
    const conflict = decider.conflictOf(id, state, event, moment);
    if (conflict !== undefined) return frozenBy(stored, 'conflict', `${conflict.tag}: ${conflict.text.en}`);
    state = decider.evolve(state, event, moment);
    recordedAt = moment;
    fingerprints.set(recorded.eventId, recorded.fingerprint);
    return { tag: 'taken', recorded };
  };

  return {
    name,
    get revision() {
      return revision;
    },
    get freeze() {
      return freeze;
    },
    has: (eventId) => fingerprints.has(eventId),
    take: (stored) => {
      revision = stored.revision;
      const read = registry.decode(stored);
      return E.isLeft(read)
        ? frozenBy(stored, read.left.reason, read.left.detail)
        : follow(stored, read.right);
    },
    standing: () => standingOf(aggregate, state, recordedAt),
  };
};
