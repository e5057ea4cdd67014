import {
  type ActionEvent,
  type ActionState,
  type AnyRejection,
  actionDecider,
  type Decider,
  type DomainEvent,
  type Instant,
  isActionEvent,
  isMailingEvent,
  isMunicipalityEvent,
  isPublicationEvent,
  later,
  type MailingEvent,
  type MailingState,
  type MunicipalityEvent,
  type MunicipalityState,
  mailingDecider,
  municipalityDecider,
  type PublicationEvent,
  type PublicationState,
  parseStream,
  publicationDecider,
  type Recorded,
  SavedAction,
  SavedMailing,
  SavedMunicipality,
  SavedPublication,
  SavedVault,
  type StreamKind,
  streamOf,
  type VaultEvent,
  type VaultState,
  vaultDecider,
} from '@burgernet/domain';
import type { SavedStream, Shelf } from '../saving/saved.js';

/** One stream as it was read so far. */
export interface Stream<S> {
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

/** A transition of any of the aggregates. */
export type AnyTransition =
  | ({ readonly kind: 'action' } & Transition<ActionEvent, ActionState>)
  | ({ readonly kind: 'mailing' } & Transition<MailingEvent, MailingState>)
  | ({ readonly kind: 'municipality' } & Transition<MunicipalityEvent, MunicipalityState>)
  | ({ readonly kind: 'publication' } & Transition<PublicationEvent, PublicationState>)
  | ({ readonly kind: 'vault' } & Transition<VaultEvent, VaultState>);

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
class Fold<K extends StreamKind, C, E, S, R extends AnyRejection> {
  readonly #streams = new Map<string, Stream<S>>();
  /** those that changed since they were kept last */
  #changed: Stream<S>[] = [];
  #lastName = '';
  #last: Stream<S> | undefined;

  constructor(
    private readonly kind: K,
    private readonly decider: Decider<C, E, S, R>,
    private readonly codec: StateCodec<S>,
    private readonly opening: Opening,
  ) {}

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

  /** Takes these from the shelf, where they were not taken yet. */
  takeAll(saved: Iterable<SavedStream>): void {
    for (const one of saved) this.#take(one);
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
  unsaved(): ReadonlyArray<SavedStream> {
    return this.#changed.map(({ name, number, recordedAt, revision, isFrozen, state }) => ({
      kind: this.kind,
      name,
      number,
      recordedAt,
      revision,
      isFrozen,
      state: JSON.stringify(state ?? null),
    }));
  }

  keep(): void {
    for (const stream of this.#changed) stream.isChanged = false;
    this.#changed = [];
  }

  #idOf(name: string): string {
    return parseStream(name, this.opening.prefix)?.id ?? name;
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

/**
 * All streams of the log as they were read so far. It keeps states, not events; what cannot follow in
 * its stream is said and changes nothing.
 */
export class Streams {
  readonly #actions;
  readonly #mailings;
  readonly #municipalities;
  readonly #publications;
  readonly #vault;
  readonly #shelf: Opening['shelf'];
  readonly #prefix: string;

  constructor(opening: Opening) {
    this.#actions = new Fold('action', actionDecider, SavedAction, opening);
    this.#mailings = new Fold('mailing', mailingDecider, SavedMailing, opening);
    this.#municipalities = new Fold('municipality', municipalityDecider, SavedMunicipality, opening);
    this.#publications = new Fold('publication', publicationDecider, SavedPublication, opening);
    this.#vault = new Fold('vault', vaultDecider, SavedVault, opening);
    this.#shelf = opening.shelf;
    this.#prefix = opening.prefix;
  }

  /** The actions that run, as far as they were kept. */
  openKept(): ReadonlyArray<Stream<ActionState>> {
    const kept = [...(this.#shelf?.openActions() ?? [])];
    this.#actions.takeAll(kept);
    return kept.flatMap(({ name }) => this.#actions.find(name) ?? []);
  }

  action(name: string): Stream<ActionState> | undefined {
    return this.#actions.find(name);
  }
  mailing(name: string): Stream<MailingState> | undefined {
    return this.#mailings.find(name);
  }
  municipality(name: string): Stream<MunicipalityState> | undefined {
    return this.#municipalities.find(name);
  }
  /** Every action. */
  actions(): Iterable<Stream<ActionState>> {
    return this.#actions.all();
  }
  /** Every mailing. */
  mailings(): Iterable<Stream<MailingState>> {
    return this.#mailings.all();
  }
  /** Every year of a municipality. */
  municipalities(): Iterable<Stream<MunicipalityState>> {
    return this.#municipalities.all();
  }
  /** Every publication. */
  publications(): Iterable<Stream<PublicationState>> {
    return this.#publications.all();
  }

  /**
   * The ids of the actions or mailings that begin so, in order.
   *
   * @param most how many are wanted at most
   */
  beginning(kind: 'action' | 'mailing', start: string, most: number): ReadonlyArray<string> {
    const name = streamOf(kind, start, this.#prefix);
    return (kind === 'action' ? this.#actions : this.#mailings).beginning(name, most);
  }

  /** The stream of that name, opened where it is new. */
  open(kind: StreamKind, name: string): Stream<unknown> {
    switch (kind) {
      case 'action':
        return this.#actions.open(name);
      case 'mailing':
        return this.#mailings.open(name);
      case 'municipality':
        return this.#municipalities.open(name);
      case 'publication':
        return this.#publications.open(name);
      case 'vault':
        return this.#vault.open(name);
    }
  }

  /** Takes nothing more into the stream of that name. */
  freeze(kind: StreamKind, name: string): void {
    switch (kind) {
      case 'action':
        this.#actions.freeze(name);
        break;
      case 'mailing':
        this.#mailings.freeze(name);
        break;
      case 'municipality':
        this.#municipalities.freeze(name);
        break;
      case 'publication':
        this.#publications.freeze(name);
        break;
      case 'vault':
        this.#vault.freeze(name);
    }
  }

  /** Says that an event of this revision came in the stream of that name, and gives the one that was expected. */
  reach(kind: StreamKind, name: string, revision: number): number {
    switch (kind) {
      case 'action':
        return this.#actions.reach(name, revision);
      case 'mailing':
        return this.#mailings.reach(name, revision);
      case 'municipality':
        return this.#municipalities.reach(name, revision);
      case 'publication':
        return this.#publications.reach(name, revision);
      case 'vault':
        return this.#vault.reach(name, revision);
    }
  }

  /** The streams that changed since {@link keep}. */
  unsaved(): ReadonlyArray<SavedStream> {
    return [
      ...this.#actions.unsaved(),
      ...this.#mailings.unsaved(),
      ...this.#municipalities.unsaved(),
      ...this.#publications.unsaved(),
      ...this.#vault.unsaved(),
    ];
  }

  /** Says that all there is was kept. */
  keep(): void {
    for (const fold of [this.#actions, this.#mailings, this.#municipalities, this.#publications, this.#vault])
      fold.keep();
  }

  /** Takes an event into its stream: what it changed, or the rule that it would break. */
  take(recorded: Recorded<DomainEvent>): AnyTransition | AnyRejection {
    const { event, stream } = recorded;
    if (isActionEvent(event)) return this.#actions.take(this.#actions.open(stream), event, recorded);
    if (isMailingEvent(event)) return this.#mailings.take(this.#mailings.open(stream), event, recorded);
    if (isMunicipalityEvent(event))
      return this.#municipalities.take(this.#municipalities.open(stream), event, recorded);
    if (isPublicationEvent(event))
      return this.#publications.take(this.#publications.open(stream), event, recorded);
    return this.#vault.take(this.#vault.open(stream), event, recorded);
  }
}
