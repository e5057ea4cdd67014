import {
  type ActionEvent,
  type ActionState,
  type AnyRejection,
  type DomainEvent,
  defaultPrefix,
  Instant,
  kindOf,
  type MunicipalityCode,
  parseStream,
  type QuarantineReason,
  type Recorded,
  type Region,
  type Unreadable,
} from '@burgernet/domain';
import type { Definition } from '../figures/definition.js';
import type { Delivery } from '../folding/delivery.js';
import type { Stream, Transition } from '../folding/fold.js';
import { type Gap, Gaps } from '../folding/gaps.js';
import { Quarantine } from '../folding/quarantine.js';
import { type AnyTransition, Streams } from '../folding/streams.js';
import { EventTable } from '../ledger/event-table.js';
import { Ledger } from '../ledger/ledger.js';
import { changes } from '../measures/transition.js';
import type { Shelf, Unsaved, UnsavedPage } from '../saving/saved.js';
import { type ActionList, ActionLists } from './action-lists.js';
import { municipalitiesNamed } from './municipalities-named.js';
import { PublishedYear } from './publications.js';
import { Reconstructed } from './reconstructed.js';

const isRejection = (taken: AnyTransition | AnyRejection): taken is AnyRejection => 'tag' in taken;

/**
 * Everything that is read of a log: the streams as they stand, the ledger of postings, and what could
 * not be read. A projection handles an event once, in order; a repeated delivery changes nothing.
 *
 * It owns its state and changes it in place: nothing in it grows with the history but columns, states
 * of streams and their names.
 */
export class ReadModels {
  readonly events: EventTable;
  readonly ledger: Ledger;
  readonly quarantine: Quarantine;
  readonly streams: Streams;
  readonly #gaps: Gaps;
  readonly #lists: ActionLists;
  #open: Set<Stream<ActionState>> | undefined;
  readonly #reconstructed: Reconstructed;
  readonly #municipalities: Set<MunicipalityCode>;
  #position: number;

  /**
   * @param prefix of our streams, see `defaultPrefix`
   * @param shelf where read models stand that were kept, to go on from there
   */
  constructor(
    readonly prefix: string = defaultPrefix,
    shelf?: Shelf,
  ) {
    const summary = shelf?.summary;
    this.events = new EventTable(
      shelf && {
        rows: shelf.summary.events,
        chunks: shelf.eventChunks,
        types: shelf.summary.eventTypes,
        streams: shelf.summary.streams,
        streamOfNumber: shelf.streamOfNumber,
      },
    );
    this.ledger = new Ledger(this.events, shelf && { ...shelf.summary, chunks: shelf.pageChunks });
    this.quarantine = new Quarantine(summary?.quarantined, summary?.frozen);
    this.#gaps = new Gaps(summary?.gaps);
    this.#lists = new ActionLists(summary?.listed);
    this.#reconstructed = new Reconstructed(summary?.reconstructed);
    this.#municipalities = new Set(summary?.municipalities);
    this.#position = summary?.position ?? 0;
    this.streams = new Streams({
      number: (name) => this.events.addStream(name),
      prefix,
      ...(shelf === undefined ? {} : { shelf }),
    });
  }

  /** What came since {@link keep}, to be kept in one transaction with the place in the log: read before anything is handled. */
  unsaved(): Unsaved {
    const pages = [...this.ledger.pages()];
    return {
      summary: {
        position: this.#position,
        events: this.events.length,
        streams: this.events.streams,
        eventTypes: this.events.types,
        names: this.ledger.names,
        pages: pages.map(({ measure, page }) => ({ measure, year: page.year, rows: page.length })),
        quarantined: this.quarantine.events,
        frozen: this.quarantine.frozen,
        gaps: this.gaps,
        reconstructed: this.#reconstructed.all(),
        municipalities: [...this.#municipalities],
        listed: this.#lists.all(),
      },
      eventChunks: this.events.unsaved(),
      pageChunks: this.#unsavedPages(),
      streams: this.streams.unsaved(),
      open: [...this.openActions].map(({ name }) => name),
    };
  }

  *#unsavedPages(): Generator<UnsavedPage> {
    for (const { measure, page } of this.ledger.pages())
      for (const chunk of page.unsaved()) yield { measure, year: page.year, chunk };
  }

  /** Says that what {@link unsaved} gave was kept; nothing may have been handled in between. */
  keep(): void {
    this.events.keep();
    for (const { page } of this.ledger.pages()) page.keep();
    this.streams.keep();
  }

  /** The position of the last event handled. */
  get position(): number {
    return this.#position;
  }

  /** Where the streams leave revisions out, in the order of the log. Figures are those of what is there. */
  get gaps(): ReadonlyArray<Gap> {
    return this.#gaps.all;
  }

  /** Actions that have not ended and were not withdrawn. */
  get openActions(): ReadonlySet<Stream<ActionState>> {
    return this.#opened();
  }

  #opened(): Set<Stream<ActionState>> {
    this.#open ??= new Set(this.streams.openKept());
    return this.#open;
  }

  /** The actions that are on a list, in no order that means anything. */
  actionsOn(list: ActionList): ReadonlyArray<Stream<ActionState>> {
    return [...this.#lists.on(list)].flatMap(
      (number) => this.streams.action(this.events.streamName(number)) ?? [],
    );
  }

  /** Every municipality that an event names. */
  get municipalities(): ReadonlySet<MunicipalityCode> {
    return this.#municipalities;
  }

  /** Whether what a figure counts of a region's year was made from totals and not from a history. */
  isReconstructed(definition: Definition, region: Region | undefined, year: number): boolean {
    return this.#reconstructed.has(definition.counts.measure, region, year);
  }

  /** What was published of a region's year. */
  published(region: Region | undefined, year: number): PublishedYear {
    return new PublishedYear(this.streams.publications(), region, year);
  }

  /** Takes one delivery into account. */
  handle(delivery: Delivery): void {
    if (delivery._tag === 'Left') this.#quarantineUnreadable(delivery.left);
    else this.#handle(delivery.right);
  }

  #handle(recorded: Recorded<DomainEvent>): void {
    this.#position = Math.max(this.#position, recorded.position);
    const kind = kindOf(recorded.event);
    const stream = this.streams.open(kind, recorded.stream);
    this.#gaps.look(recorded, this.streams.reach(kind, recorded.stream, recorded.revision));
    const there = this.events.find(recorded.eventId, stream.number);
    if (there !== undefined) {
      if (!this.events.saysTheSame(there, recorded))
        this.#quarantine(
          stream,
          recorded,
          'contradicts-earlier',
          `The stream has an event ${recorded.eventId} already that says something else.`,
        );
      return;
    }
    if (stream.isFrozen) {
      this.#quarantine(
        stream,
        recorded,
        'stream-frozen',
        'An earlier event of the stream could not be read.',
      );
      return;
    }
    const taken = this.streams.take(recorded);
    if (isRejection(taken)) {
      this.#quarantine(stream, recorded, 'conflict', `${taken.tag}: ${taken.text.en}`);
      return;
    }
    const row = this.events.add(recorded, stream.number, taken.recordedAt);
    changes(taken, (contribution, amount, presence, cause) => {
      this.ledger.post(contribution, amount, presence, cause, row);
      if (this.events.isReconstructed(row)) this.#reconstructed.add(contribution);
    });
    for (const code of municipalitiesNamed(taken)) this.#municipalities.add(code);
    if (taken.kind === 'action') this.#index(taken);
  }

  #index({ stream, before, after }: Transition<ActionEvent, ActionState>): void {
    if (after === undefined) return;
    this.#lists.take(stream.number, before, after);
    const open = this.#opened();
    if (after.endedAt === null && !after.withdrawn) open.add(stream);
    else open.delete(stream);
  }

  #quarantine(
    stream: Stream<unknown>,
    recorded: Recorded<DomainEvent>,
    reason: QuarantineReason,
    detail: string,
  ): void {
    const { revision, position, eventId, schemaVersion, recordedAt, event } = recorded;
    this.quarantine.keep({
      stream: recorded.stream,
      revision,
      position,
      eventId,
      type: event.type,
      schemaVersion,
      recordedAt,
      reason,
      detail,
    });
    this.#freeze(stream, position, recordedAt);
  }

  #quarantineUnreadable({ stored, reason, detail }: Unreadable): void {
    const { data: _, metadata: __, ...where } = stored;
    this.#position = Math.max(this.#position, stored.position);
    const ours = parseStream(stored.stream, this.prefix);
    // Of a stream that is none of ours nothing can be read, so all of it is in quarantine.
    const expected =
      ours === undefined
        ? this.quarantine.lastRevisionOf(stored.stream) + 1
        : this.streams.reach(ours.kind, stored.stream, stored.revision);
    this.#gaps.look(stored, expected);
    this.quarantine.keep({ ...where, reason, detail });
    if (ours === undefined) return;
    const recordedAt = Instant.is(stored.recordedAt) ? stored.recordedAt : undefined;
    this.#freeze(this.streams.open(ours.kind, stored.stream), stored.position, recordedAt);
  }

  #freeze(stream: Stream<unknown>, position: number, recordedAt: Instant | undefined): void {
    if (stream.isFrozen) return;
    const { kind, name } = stream;
    this.streams.freeze(kind, name);
    this.quarantine.freeze({ kind, name, position, recordedAt });
  }
}
