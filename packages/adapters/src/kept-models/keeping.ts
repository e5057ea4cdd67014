import { both, type Sentence } from '@burgernet/domain';
import type { Delivery, Feed, Progress } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { defer, map, type Observable, tap } from 'rxjs';
import type { EventStore } from '../event-store/port.js';
import { observedProject } from '../telemetry/observed-project.js';
import type { KeptFile } from './kept-file.js';
import type { Kept, Place } from './kept-rows.js';
import { madeBy } from './made-by.js';
import { type Keeps, openKept, type Start } from './starting.js';

/** Of how many events since it was kept last is remembered which they were. */
const most = 200_000;

type Deliveries = Extract<Feed, { tag: 'Deliveries' }>;

const idOf = (delivery: Delivery): string =>
  delivery._tag === 'Left' ? delivery.left.stored.eventId : delivery.right.eventId;

const isSame = (one: Pick<Kept, 'madeBy' | keyof Place>, other: Kept | undefined): boolean =>
  one.madeBy === other?.madeBy && one.position === other.position && one.lastEvent === other.lastEvent;

const itStays = (position: number): Sentence =>
  both(
    `What is kept of this store was made by another release and has counted ${position} events, of which the log no longer holds all; it stays until you say --rebuild, and everything was read anew.`,
    `Wat van deze opslag bewaard is, is door een andere versie gemaakt en heeft ${position} gebeurtenissen geteld, waarvan het log er niet alle meer heeft; het blijft tot u --rebuild zegt, en alles is opnieuw gelezen.`,
  );

const others = both(
  'Another process has kept this store otherwise meanwhile; this one keeps nothing more.',
  'Een ander proces heeft intussen iets anders van deze opslag bewaard; dit proces bewaart niets meer.',
);

/** How far the read models are, and what they were fed for it. */
export interface Fed {
  readonly progress: Progress;
  readonly deliveries: ReadonlyArray<Delivery>;
  /** says that whoever was told is done with them; more comes only then */
  readonly release: () => void;
}

/** Feeds read models, and keeps them in one transaction with the place up to which they have handled the log. */
export class Keeping {
  readonly #store: EventStore;
  readonly #options: Keeps;
  readonly #start: Start;
  /** what this one kept last, or found */
  #from: Pick<Kept, 'madeBy' | keyof Place> | undefined;
  #isKept = false;
  #place: Place;
  /** the ids of the events since then, by their positions */
  readonly #passed = new Map<number, string>();
  /** whether what is to be replaced counted nothing that the log no longer holds */
  #isAllThere: boolean;
  #log: string | undefined;
  #writer: KeptFile | undefined;
  #isClosed = false;
  readonly #told = new Set<string>();

  constructor(store: EventStore, options: Keeps, start: Start) {
    this.#store = store;
    this.#options = options;
    this.#start = start;
    this.#from = start.kept;
    this.#place = start.place;
    this.#isAllThere = start.kept === undefined || start.kept.position === 0;
  }

  /** The place up to which the models have handled the log. */
  get place(): Place {
    return this.#place;
  }

  /** How many events were handled since the models were kept. */
  get news(): number {
    return this.#place.position - (this.#isKept ? (this.#from?.position ?? 0) : this.#start.place.position);
  }

  /** Whether the models take the place of others, so that they may be kept only when they have caught up. */
  get waits(): boolean {
    return !this.#isKept && (this.#start.use === 'replaces' || this.#start.use === 'rebuilds');
  }

  /** Whether these models were kept in this run. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /**
   * Feeds the models. A page that they did not handle to its end does not count as read; the next comes
   * when the one before was released.
   */
  feed(feeds: Observable<Feed>): Observable<Fed> {
    return defer(() => {
      let deliveries: ReadonlyArray<Delivery> = [];
      let page: Deliveries | undefined;
      return feeds.pipe(
        tap((feed) => {
          page = feed.tag === 'Deliveries' ? feed : undefined;
          deliveries = page?.deliveries ?? [];
        }),
        map((feed) => (feed.tag === 'Deliveries' ? { ...feed, handled: () => {} } : feed)),
        observedProject(this.#start.models),
        map((progress) => {
          if (page !== undefined) this.#handled(page);
          return { progress, deliveries, release: page?.handled ?? (() => {}) };
        }),
      );
    });
  }

  #handled({ deliveries, checkpoint }: Deliveries): void {
    let { position, lastEvent } = this.#place;
    const kept = this.#start.kept;
    for (const delivery of deliveries) {
      position += 1;
      lastEvent = idOf(delivery);
      if (this.#passed.size < most) this.#passed.set(position, lastEvent);
      if (position === kept?.position && lastEvent === kept.lastEvent) this.#isAllThere = true;
    }
    this.#place = { ...checkpoint, lastEvent };
  }

  /** Makes ready to keep, where that may be done. That it cannot be is a note: read models can always be made anew. */
  async prepare(): Promise<void> {
    if (this.#writer !== undefined || this.#start.use === 'leaves' || this.#options.file === undefined)
      return;
    if (this.#start.use === 'replaces' && !this.#isKept && !this.#isAllThere) {
      this.#tell(itStays(this.#start.kept?.position ?? 0));
      return;
    }
    const log = await this.#store.identity();
    if (E.isLeft(log)) {
      this.#tell(log.left.text);
      return;
    }
    const writer = await openKept(this.#options, 'write');
    if (this.#isClosed) {
      writer?.close();
      return;
    }
    this.#log = log.right;
    this.#writer = writer;
  }

  /** Keeps what is new, where it was made ready. What was handled since then is in it. */
  keepNow(): void {
    if (this.#writer === undefined || this.#log === undefined) return;
    const { models, use, reader } = this.#start;
    const place = this.#place;
    const isAnew = this.waits;
    const done = this.#writer.keep(
      { log: this.#log, place, isAnew, unsaved: () => models.unsaved() },
      use === 'rebuilds' && !this.#isKept ? undefined : (there) => this.#follows(there),
    );
    if (E.isLeft(done)) this.#tell(done.left.text);
    if (E.isLeft(done) || !done.right) return;
    models.keep();
    this.#isKept = true;
    this.#from = { madeBy, ...place };
    this.#passed.clear();
    this.#options.onKept?.(place);
    if (reader === undefined) return;
    const renewed = this.#writer.whileAt(place, () => {
      const held = reader.holdAnew();
      if (E.isLeft(held)) this.#tell(held.left.text);
    });
    if (E.isLeft(renewed)) this.#tell(renewed.left.text);
  }

  /** Keeps nothing more. The models answer still. */
  stop(): void {
    this.#isClosed = true;
    this.#writer?.close();
    this.#writer = undefined;
  }

  /** Lets go of the files. The models answer no more after that where they stood in one. */
  close(): void {
    this.stop();
    this.#start.reader?.close();
  }

  /**
   * Whether these models go on from what stands there: it is what they were kept as last, or another
   * process has kept what they have been meanwhile.
   */
  #follows(there: Kept | undefined): boolean {
    if (this.#from === undefined ? there === undefined : isSame(this.#from, there)) return true;
    const isOurs =
      there !== undefined &&
      there.madeBy === madeBy &&
      there.log === this.#log &&
      this.#passed.get(there.position) === there.lastEvent;
    // One that is ahead may be caught up with.
    const isAhead = there !== undefined && there.position > this.#place.position;
    if (!isOurs && !isAhead) this.#tell(others);
    return isOurs;
  }

  /** Says something once. */
  #tell(note: Sentence): void {
    if (this.#told.has(note.en)) return;
    this.#told.add(note.en);
    this.#options.onNote?.(note);
  }
}
