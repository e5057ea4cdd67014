import { both, type Sentence } from '@burgernet/domain';
import type { Delivery, Feed, Gap, ReadModels } from '@burgernet/projections';
import { concatMap, Observable, type Subscriber, type Subscription } from 'rxjs';
import type { EventStore } from '../event-store/port.js';
import { followed } from '../event-store/reading.js';
import { type Fed, Keeping } from './keeping.js';
import type { Place } from './kept-rows.js';
import { keepEvery as defaultKeepEvery } from './read-through.js';
import { type Keeps, type Start, startOf } from './starting.js';

/** How a log is followed into read models. */
export interface FollowThrough extends Keeps {
  /** after how many events what is new is kept, 100,000 by default */
  readonly keepEvery?: number;
  /** within how many milliseconds what came live is kept, 1,000 by default */
  readonly keepWithin?: number;
  /**
   * what the reader does with what it is told before more is read, so that a slow reader holds up the log
   * and not its memory
   */
  readonly pace?: (told: FollowedThrough) => Promise<void>;
}

/** What a reader of live read models is told. The models are the same all the time and change in place. */
export type FollowedThrough =
  | {
      /** the models have handled these, and nothing after them yet */
      readonly tag: 'Handled';
      readonly models: ReadModels;
      /** what they were fed: events, and what could not be read */
      readonly deliveries: ReadonlyArray<Delivery>;
      /** the rows of the event table that came by that, the last exclusive; a repeat adds none */
      readonly rows: { readonly from: number; readonly to: number };
      /** of the events, both inclusive */
      readonly positions: { readonly from: number; readonly to: number };
      readonly checkpoint: Place;
    }
  /** everything that was there was handled */
  | {
      readonly tag: 'CaughtUp';
      readonly models: ReadModels;
      readonly position: number;
      readonly checkpoint: Place;
    };

const missing = ({ stream, expected, revision }: Gap): Sentence =>
  both(
    `Events are missing from ${stream}: revision ${revision} came where ${expected} should.`,
    `Er ontbreken gebeurtenissen in ${stream}: revisie ${revision} kwam waar ${expected} moest komen.`,
  );

/** One follower, from its start to its end. */
class Following {
  readonly #subscriber: Subscriber<FollowedThrough>;
  readonly #keepEvery: number;
  readonly #keepWithin: number;
  readonly #pace: FollowThrough['pace'];
  readonly #models: ReadModels;
  readonly #keeping: Keeping;
  readonly #subscription: Subscription;
  readonly #onNote: FollowThrough['onNote'];
  #rows: number;
  #gaps: number;
  #isLive = false;
  /** whether the reader is still busy with what it was told */
  #isTelling = false;
  /** lets the next come */
  #next: () => void = () => {};
  #isPreparing = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    store: EventStore,
    options: FollowThrough,
    start: Start,
    subscriber: Subscriber<FollowedThrough>,
  ) {
    this.#subscriber = subscriber;
    this.#keepEvery = options.keepEvery ?? defaultKeepEvery;
    this.#keepWithin = options.keepWithin ?? 1_000;
    this.#pace = options.pace;
    this.#models = start.models;
    this.#onNote = options.onNote;
    this.#rows = start.models.events.length;
    this.#gaps = start.models.gaps.length;
    this.#keeping = new Keeping(store, options, start);
    const feeds = followed(store, options.registry, start.place).pipe(concatMap((feed) => this.#alone(feed)));
    this.#subscription = this.#keeping.feed(feeds).subscribe({
      next: (fed) => this.#take(fed),
      error: (error: unknown) => subscriber.error(error),
    });
  }

  /** Keeps what was handled, where it was kept before, and lets go of everything. */
  end(): void {
    clearTimeout(this.#timer);
    this.#subscription.unsubscribe();
    if (this.#mayKeep && !this.#keeping.waits) this.#keeping.keepNow();
    this.#keeping.close();
  }

  /** One at a time: word that it has caught up does not hold up the store, and the next page may come meanwhile. */
  #alone(feed: Feed): Observable<Feed> {
    return new Observable((alone) => {
      this.#next = () => alone.complete();
      alone.next(feed);
    });
  }

  /** Tells the reader, and goes on when it is done with that. */
  #tell(told: FollowedThrough, goOn: () => void): void {
    const done = (): void => {
      if (this.#subscriber.closed) return;
      this.#isTelling = false;
      goOn();
      this.#next();
    };
    this.#isTelling = true;
    this.#subscriber.next(told);
    if (this.#pace === undefined) done();
    else this.#pace(told).then(done, (error: unknown) => this.#subscriber.error(error));
  }

  #take({ progress, deliveries, release }: Fed): void {
    const models = this.#models;
    const checkpoint = this.#keeping.place;
    if (progress.tag === 'CaughtUp') {
      this.#tell({ tag: 'CaughtUp', models, position: progress.position, checkpoint }, () => {
        // What takes the place of other models waited for this; what came live is kept by and by.
        if (!this.#isLive || this.#keeping.waits) this.#keep();
        this.#isLive = true;
      });
      return;
    }
    for (const gap of models.gaps.slice(this.#gaps)) this.#onNote?.(missing(gap));
    this.#gaps = models.gaps.length;
    const rows = { from: this.#rows, to: models.events.length };
    this.#rows = rows.to;
    const to = checkpoint.position;
    this.#tell(
      {
        tag: 'Handled',
        models,
        deliveries,
        rows,
        positions: { from: to - deliveries.length + 1, to },
        checkpoint,
      },
      () => {
        release();
        if (this.#keeping.waits) return;
        if (this.#keeping.news >= this.#keepEvery) this.#keep();
        else if (this.#isLive) this.#keepSoon();
      },
    );
  }

  /** Whether there is something new that the reader is done with; while it is not, it would not hear of it again. */
  get #mayKeep(): boolean {
    return !this.#isTelling && (this.#keeping.news > 0 || this.#keeping.waits);
  }

  #keepSoon(): void {
    if (!this.#subscriber.closed) this.#timer ??= setTimeout(() => this.#keep(), this.#keepWithin);
  }

  #keep(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isPreparing || this.#subscriber.closed || !this.#mayKeep) return;
    this.#isPreparing = true;
    this.#keeping.prepare().then(
      () => {
        this.#isPreparing = false;
        if (!this.#subscriber.closed && this.#mayKeep) this.#keeping.keepNow();
      },
      (error: unknown) => this.#subscriber.error(error),
    );
  }
}

/**
 * Follows a log into read models for as long as somebody listens: from what was kept of it, as
 * {@link readThrough} does, over what is there to what comes. State and place are kept together, in one
 * transaction, when it has caught up, within a while of what came live, and after so many events of a
 * long log; always after the events were handled and told. So who is killed at any moment and begins
 * again comes to exactly what one that never stopped has, and hears again of the last events at most.
 *
 * It errors with a `StoreError`, or with `KeptDamage` where what was kept turns out to be damaged.
 */
export const followThrough = (store: EventStore, options: FollowThrough): Observable<FollowedThrough> =>
  new Observable((subscriber) => {
    let following: Following | undefined;
    const begin = async (): Promise<void> => {
      const start = await startOf(store, options);
      if (subscriber.closed) start.reader?.close();
      else following = new Following(store, options, start, subscriber);
      // A store that is closed says so at once.
      if (subscriber.closed) following?.end();
    };
    begin().catch((error: unknown) => subscriber.error(error));
    return () => following?.end();
  });
