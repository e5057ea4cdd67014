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
  type StreamKind,
} from '@burgernet/domain';

/** One stream as it was read so far. */
export interface Stream<S> {
  readonly name: string;
  readonly id: string;
  /** its number in the event table */
  readonly number: number;
  state: S | undefined;
  /** the latest moment of recording seen in it; `undefined` before its first event */
  recordedAt: Instant | undefined;
  isFrozen: boolean;
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

/** A transition of any of the four aggregates. */
export type AnyTransition =
  | ({ readonly kind: 'action' } & Transition<ActionEvent, ActionState>)
  | ({ readonly kind: 'mailing' } & Transition<MailingEvent, MailingState>)
  | ({ readonly kind: 'municipality' } & Transition<MunicipalityEvent, MunicipalityState>)
  | ({ readonly kind: 'publication' } & Transition<PublicationEvent, PublicationState>);

/** The streams of one aggregate, folded event by event. */
class Fold<K extends StreamKind, C, E, S, R extends AnyRejection> {
  readonly streams = new Map<string, Stream<S>>();
  #lastName = '';
  #last: Stream<S> | undefined;

  constructor(
    private readonly kind: K,
    private readonly decider: Decider<C, E, S, R>,
    private readonly number: (stream: string) => number,
    private readonly prefix: string,
  ) {}

  open(name: string): Stream<S> {
    // An event's stream is asked for more than once, by the very same string.
    if (this.#last !== undefined && this.#lastName === name) return this.#last;
    const stream = this.streams.get(name) ?? this.#add(name);
    this.#lastName = name;
    this.#last = stream;
    return stream;
  }

  #add(name: string): Stream<S> {
    const id = parseStream(name, this.prefix)?.id ?? name;
    const stream: Stream<S> = {
      name,
      id,
      number: this.number(name),
      state: undefined,
      recordedAt: undefined,
      isFrozen: false,
    };
    this.streams.set(name, stream);
    return stream;
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

  /**
   * @param number gives each new stream its number
   * @param prefix of our streams
   */
  constructor(number: (stream: string) => number, prefix: string) {
    this.#actions = new Fold('action', actionDecider, number, prefix);
    this.#mailings = new Fold('mailing', mailingDecider, number, prefix);
    this.#municipalities = new Fold('municipality', municipalityDecider, number, prefix);
    this.#publications = new Fold('publication', publicationDecider, number, prefix);
  }

  get actions(): ReadonlyMap<string, Stream<ActionState>> {
    return this.#actions.streams;
  }
  get mailings(): ReadonlyMap<string, Stream<MailingState>> {
    return this.#mailings.streams;
  }
  get municipalities(): ReadonlyMap<string, Stream<MunicipalityState>> {
    return this.#municipalities.streams;
  }
  get publications(): ReadonlyMap<string, Stream<PublicationState>> {
    return this.#publications.streams;
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
    }
  }

  /** Takes an event into its stream: what it changed, or the rule that it would break. */
  take(recorded: Recorded<DomainEvent>): AnyTransition | AnyRejection {
    const { event, stream } = recorded;
    if (isActionEvent(event)) return this.#actions.take(this.#actions.open(stream), event, recorded);
    if (isMailingEvent(event)) return this.#mailings.take(this.#mailings.open(stream), event, recorded);
    if (isMunicipalityEvent(event))
      return this.#municipalities.take(this.#municipalities.open(stream), event, recorded);
    return this.#publications.take(this.#publications.open(stream), event, recorded);
  }
}
