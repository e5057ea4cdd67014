import {
  type AnyRejection,
  type Decider,
  type DomainEvent,
  type Instant,
  later,
  type Recorded,
  type StreamKind,
  streamOf,
} from '@burgernet/domain';
import type { SavedStream, Shelf } from '../saving/saved.js';

/** One stream as it was read so far. */
export interface Stream<S> {
  readonly kind: StreamKind;
  readonly name: string;
  readonly id: string;
  /** its number in the event table */
  readonly number: number;
  state: S | undefined;
  /** the latest moment of recording seen in it; `undefined` before its first event */
  recordedAt: Instant | undefined;
  /** the last revision seen in it, also of an event that could not be read; -1 before its first event */
  revision: number;
  isFrozen: boolean;
  /** whether it is among those that changed since they were kept last */
  isChanged: boolean;
}

/** An event that changed a stream, with what the stream was and is. */
export interface Transition<E, S> {
  readonly stream: Stream<S>;
  readonly event: E;
  readonly before: S | undefined;
  readonly after: S | undefined;
  readonly recorded: Recorded<DomainEvent>;
  /** the latest moment of recording seen in the stream, up to this event */
  readonly recordedAt: Instant;
}

/** Tells a state of one aggregate from anything else. */
interface StateCodec<S> {
  readonly is: (u: unknown) => u is S;
}

/** A state as it was kept; what this release did not write itself is a bug of whoever keeps it. */
const readState = <S>(codec: StateCodec<S>, name: string, json: string): S | undefined => {
  const state: unknown = JSON.parse(json);
  if (state === null) return undefined;
  if (!codec.is(state)) throw new TypeError(`The state kept of ${name} is not one of this release.`);
  return state;
};

/** How streams are opened. */
export interface Opening {
  /** gives a new stream its number */
  readonly number: (stream: string) => number;
  /** of our streams */
  readonly prefix: string;
  /** where streams stand that were kept; absent where none were */
  readonly shelf?: Pick<Shelf, 'stream' | 'streamsOf' | 'namesFrom' | 'openActions'>;
}

/** The streams of one aggregate, folded event by event. */
export class Fold<K extends StreamKind, C, E, S, R extends AnyRejection> {
  readonly #streams = new Map<string, Stream<S>>();
  /** those that changed since they were kept last */
  #changed: Stream<S>[] = [];
  #lastName = '';
  #last: Stream<S> | undefined;
  /** where the id begins in the name of a stream */
  readonly #idAt: number;

  constructor(
    private readonly kind: K,
    private readonly decider: Decider<C, E, S, R>,
    private readonly codec: StateCodec<S>,
    private readonly opening: Opening,
  ) {
    this.#idAt = streamOf(kind, '', opening.prefix).length;
  }

  /** The stream of that name, where it was opened before, in this run or another. */
  find(name: string): Stream<S> | undefined {
    const known = this.#streams.get(name);
    if (known !== undefined) return known;
    const saved = this.opening.shelf?.stream(name);
    return saved === undefined ? undefined : this.#take(saved);
  }

  #take({ name, number, recordedAt, revision, isFrozen, state }: SavedStream): Stream<S> {
    const known = this.#streams.get(name);
    if (known !== undefined) return known;
    const stream: Stream<S> = {
      kind: this.kind,
      name,
      id: this.#idOf(name),
      number,
      state: readState(this.codec, name, state),
      recordedAt,
      revision,
      isFrozen,
      isChanged: false,
    };
    this.#streams.set(name, stream);
    return stream;
  }

  /** Takes these from the shelf, where they were not taken yet, and gives them. */
  takeAll(saved: Iterable<SavedStream>): ReadonlyArray<Stream<S>> {
    return Array.from(saved, (one) => this.#take(one));
  }

  /** Every stream there is. */
  all(): Iterable<Stream<S>> {
    const { shelf } = this.opening;
    if (shelf !== undefined) this.takeAll(shelf.streamsOf(this.kind));
    return this.#streams.values();
  }

  /** See {@link Streams.beginning}. */
  beginning(start: string, most: number): ReadonlyArray<string> {
    const found = new Set(this.opening.shelf?.namesFrom(start, most));
    for (const name of this.#streams.keys()) if (name.startsWith(start)) found.add(name);
    return [...found]
      .sort()
      .slice(0, most)
      .map((name) => this.#idOf(name));
  }

  freeze(name: string): void {
    const stream = this.open(name);
    stream.isFrozen = true;
    this.#touch(stream);
  }

  /** See {@link Streams.reach}. */
  reach(name: string, revision: number): number {
    const stream = this.open(name);
    const expected = stream.revision + 1;
    if (revision >= expected) {
      stream.revision = revision;
      this.#touch(stream);
    }
    return expected;
  }

  /** The streams that changed since this was asked last. */
  *unsaved(): Generator<SavedStream> {
    for (const { name, number, recordedAt, revision, isFrozen, state } of this.#changed)
      yield {
        kind: this.kind,
        name,
        number,
        recordedAt,
        revision,
        isFrozen,
        state: JSON.stringify(state ?? null),
      };
  }

  keep(): void {
    for (const stream of this.#changed) stream.isChanged = false;
    this.#changed = [];
  }

  #idOf(name: string): string {
    return name.slice(this.#idAt);
  }

  open(name: string): Stream<S> {
    // An event's stream is asked for more than once, by the very same string.
    if (this.#last !== undefined && this.#lastName === name) return this.#last;
    const stream = this.find(name) ?? this.#add(name);
    this.#lastName = name;
    this.#last = stream;
    return stream;
  }

  #add(name: string): Stream<S> {
    const stream: Stream<S> = {
      kind: this.kind,
      name,
      id: this.#idOf(name),
      number: this.opening.number(name),
      state: undefined,
      recordedAt: undefined,
      revision: -1,
      isFrozen: false,
      isChanged: false,
    };
    this.#streams.set(name, stream);
    this.#touch(stream);
    return stream;
  }

  #touch(stream: Stream<S>): void {
    if (stream.isChanged) return;
    stream.isChanged = true;
    this.#changed.push(stream);
  }

  /** Takes an event into the stream, or says which rule it would break. */
  take(
    stream: Stream<S>,
    event: E,
    recorded: Recorded<DomainEvent>,
  ): (Transition<E, S> & { readonly kind: K }) | R {
    const recordedAt =
      stream.recordedAt === undefined ? recorded.recordedAt : later(stream.recordedAt, recorded.recordedAt);
    const before = stream.state;
    const conflict = this.decider.conflictOf(stream.id, before, event, recordedAt);
    if (conflict !== undefined) return conflict;
    const after = this.decider.evolve(before, event, recordedAt);
    stream.state = after;
    stream.recordedAt = recordedAt;
    this.#touch(stream);
    return { kind: this.kind, stream, event, before, after, recorded, recordedAt };
  }
}
