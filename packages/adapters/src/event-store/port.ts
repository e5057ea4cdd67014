import type { Sentence, StoredEvent } from '@burgernet/domain';
import type { Checkpoint } from '@burgernet/projections';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { Observable } from 'rxjs';
import type { EventAt } from './event-at.js';
import type { Remark } from './remark.js';

export type { EventAt, Remark };

/** An event that is about to be stored; its stream, revision and position are the store's to give. */
export type EventToAppend = Omit<StoredEvent, 'stream' | 'revision' | 'position'>;

/** What the writer knows of the stream: the revision of its last event, or that there is no such stream. */
export type ExpectedRevision = number | 'no-stream';

/** One batch for one stream: it is stored whole or not at all. */
export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly [EventToAppend, ...ReadonlyArray<EventToAppend>];
}

/** Where a batch stands. A recognised repeat says where it stood already. */
export interface Appended {
  readonly firstRevision: number;
  readonly lastRevision: number;
  /** position of its last event; 0 where the store would have to count for it, and was not told to or could not */
  readonly position: number;
  /** whether these event ids with this expected revision were there before; then nothing was written */
  readonly repeated: boolean;
}

/** The stream is not where the writer believed. */
export interface RevisionConflict {
  readonly tag: 'RevisionConflict';
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly actual: ExpectedRevision;
  readonly text: Sentence;
}

/** An event id of the batch stands in the stream already, but not as a repeat of this batch. */
export interface EventIdTaken {
  readonly tag: 'EventIdTaken';
  readonly stream: string;
  readonly eventId: string;
  readonly text: Sentence;
}

/** A text of the batch has no form in which every store would give it back as it was. */
export interface NotStorable {
  readonly tag: 'NotStorable';
  readonly stream: string;
  readonly eventId: string;
  readonly text: Sentence;
}

/** The store cannot be reached, or what was asked could not be done for a reason outside the request. */
export interface StoreUnavailable {
  readonly tag: 'StoreUnavailable';
  readonly text: Sentence;
}

/** What stands there is damaged, is no store of ours, or is of a later version; it was left as it is. */
export interface StoreUnusable {
  readonly tag: 'StoreUnusable';
  readonly text: Sentence;
}

/** Only writing commands create a store. */
export interface StoreAbsent {
  readonly tag: 'StoreAbsent';
  readonly text: Sentence;
}

/**
 * A batch was sent and no answer came, however often it was repeated: it may stand in the store and it
 * may not. The same batch, given again, finds out.
 */
export interface OutcomeUnknown {
  readonly tag: 'OutcomeUnknown';
  readonly stream: string;
  readonly text: Sentence;
}

/** Why a store does not answer at all. */
export type StoreError = StoreUnavailable | StoreUnusable | StoreAbsent;
/** Why one batch is refused while the store itself is well. */
export type AppendRefused = RevisionConflict | EventIdTaken | NotStorable;
/** Why a batch was not stored, or is not known to be. */
export type AppendError = AppendRefused | OutcomeUnknown | StoreError;

/** What became of one batch of several. */
export type AppendOutcome =
  | { readonly tag: 'done'; readonly appended: Appended }
  | { readonly tag: 'refused'; readonly error: AppendRefused };

/** Some events of the log, in order. */
export type Page = ReadonlyArray<StoredEvent>;

/** A page as it is handed to a reader. */
export interface Handover {
  readonly events: Page;
  /** the place after its last event, and of that event itself: see {@link EventStore.eventAt} */
  readonly checkpoint: Checkpoint;
  /**
   * Says that the page was handled. The next one is read only then, so memory holds one page and the
   * store feels how fast the reader is; a reader that never says so gets no other.
   */
  readonly handled: () => void;
}

/** From where to where the log is read. */
export interface Range {
  /**
   * exclusive; 0 (the default) reads from the beginning. A checkpoint is reached at once; for a bare
   * position a store may have to count from the beginning.
   */
  readonly after?: number | Checkpoint;
  /** inclusive; absent reads to the last event there is at the moment of asking */
  readonly upTo?: number;
  /** events a page; by default 1,000 of an embedded log, 100 of a server’s */
  readonly pageSize?: number;
}

/** What a follower is told: events, or that it has everything that was there. */
export type Followed =
  | ({ readonly tag: 'Page' } & Handover)
  | { readonly tag: 'CaughtUp'; readonly position: number };

/**
 * An append-only log of events in streams. Every store passes one contract suite
 * (`tests/contracts/event-store.ts`).
 */
export interface EventStore {
  /**
   * Stores a batch where the stream is where the writer expects it. What was acknowledged survives.
   *
   * A repeat (the same event ids at the same expected revision) changes nothing and says where they
   * stand, also when the stream has grown since. Where an id is taken and the revision is wrong too,
   * the answer is `EventIdTaken`: no other revision would make that batch welcome.
   */
  readonly append: (append: Append) => TaskEither<AppendError, Appended>;
  /**
   * Stores several batches, in order, each whole or not at all; acknowledged together. Stops at the
   * first that is refused: those before it stand, those after it were not tried.
   *
   * @returns one result per batch tried; `left` only where the store itself failed. Those before it stand
   *   then too: given again, they are recognised.
   */
  readonly appendAll: (
    appends: ReadonlyArray<Append>,
  ) => TaskEither<OutcomeUnknown | StoreError, ReadonlyArray<AppendOutcome>>;
  /**
   * The events of one stream in order; empty where there is none. Their position is 0 where the store
   * would have to count for it and was not told to.
   */
  readonly read: (
    stream: string,
    fromRevision?: number,
  ) => TaskEither<StoreError, ReadonlyArray<StoredEvent>>;
  /** The position of the last event, 0 in an empty log. */
  readonly lastPosition: TaskEither<StoreError, number>;
  /**
   * Which log this is: an id that another log does not have, the same whenever and through whichever node
   * it is asked; empty in an empty log. It stays unless what it was taken from, the oldest record, is
   * removed: then it changes, so that who finds the event of a checkpoint at its place knows more.
   */
  readonly identity: TaskEither<StoreError, string>;
  /** The event that stands just before a checkpoint; at the beginning there is none (`NotReached`). */
  readonly eventAt: (checkpoint: Checkpoint) => TaskEither<StoreError, EventAt>;
  /**
   * The log in pages, in order, in bounded memory; completes when everything up to `upTo` was handled.
   * The next page is read when the one before was handled, and other work gets its turn in between.
   * Errors with a {@link StoreError}.
   */
  readonly replay: (range?: Range) => Observable<Handover>;
  /**
   * The log from a position on: first what is there, then `CaughtUp`, then what comes, until
   * unsubscribed. `CaughtUp` comes after all pages before it were handled, and comes again after each
   * time the follower fell behind and caught up. Errors with a {@link StoreError}.
   */
  readonly follow: (after: number | Checkpoint) => Observable<Followed>;
  /**
   * Looks at how the log is kept, beneath the events: `StoreUnusable` where that is damaged, also where
   * every event still reads well. It takes as long as reading all there is. Absent where a store has no
   * way to look, as where a server keeps the log.
   */
  readonly checkIntegrity?: TaskEither<StoreError, void>;
  /**
   * What the store says of our streams beside their events: what it leaves out of them, what was deleted.
   * It takes one reading of the log. Absent where a log only grows.
   */
  readonly remarks?: TaskEither<StoreError, ReadonlyArray<Remark>>;
  /** Lets go of the store; what is asked of it afterwards is refused. */
  readonly close: () => Promise<void>;
}
