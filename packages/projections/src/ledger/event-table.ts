import { fromEpoch, type Instant, type Recorded, toEpoch, Uuid } from '@burgernet/domain';
import { type Chunk, chunkRows, chunksFrom, place } from '../saving/chunk.js';
import { cell } from './cell.js';
import { columns, larger, layout } from './event-columns.js';
import { names } from './names.js';
import { hexWord, uuidOf } from './uuid-words.js';

/** What a ledger keeps of an event: enough to name it, and to know it again. */
export interface TableEvent {
  readonly eventId: Uuid;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly type: string;
  /** the latest moment of recording seen in the stream, up to this event */
  readonly recordedAt: Instant;
  readonly reconstructed: boolean;
}

const nowhere = 0xffffffff;

/** Where the rows of an event table stand that was kept; they are read when they are needed. */
export interface KeptEvents {
  readonly rows: number;
  readonly chunks: () => Iterable<Chunk>;
  readonly types: ReadonlyArray<string>;
  /** how many streams were numbered */
  readonly streams: number;
  readonly streamOfNumber: (number: number) => string | undefined;
}

/**
 * The events that were handled, in columns, and an index from stream and event id to the row: a
 * delivery that comes again is recognised however long the history is.
 */
export class EventTable {
  readonly #types;
  readonly #streams = new Map<number, string>();
  #streamCount: number;
  #columns = columns(64);
  #slots = new Uint32Array(1024).fill(nowhere);
  #length: number;
  /** rows that stand elsewhere and were not read yet */
  #kept: KeptEvents | undefined;
  #keptRows: number;
  /** whether the index has all rows */
  #isIndexed: boolean;
  readonly #streamOfNumber: (number: number) => string | undefined;

  /** What was looked for last: most events are looked for and then added. */
  #sought = '';
  #soughtIn = nowhere;
  #slot = 0;
  readonly #words = new Uint32Array(4);

  constructor(kept?: KeptEvents) {
    this.#types = names<string>(kept?.types ?? []);
    this.#streamCount = kept?.streams ?? 0;
    this.#streamOfNumber = kept?.streamOfNumber ?? (() => undefined);
    this.#length = kept?.rows ?? 0;
    this.#keptRows = this.#length;
    // Of nothing there is nothing to read: reading it later would take the place of what came meanwhile.
    this.#kept = this.#length === 0 ? undefined : kept;
    this.#isIndexed = this.#length === 0;
  }

  get length(): number {
    return this.#length;
  }

  /** How many streams were numbered. */
  get streams(): number {
    return this.#streamCount;
  }

  /** The event types that were numbered. */
  get types(): ReadonlyArray<string> {
    return this.#types.all();
  }

  /** Registers a stream and gives its number. */
  addStream(stream: string): number {
    const number = this.#streamCount;
    this.#streams.set(number, stream);
    this.#streamCount += 1;
    return number;
  }

  #read(kept: KeptEvents): void {
    this.#kept = undefined;
    const read = columns(Math.ceil(Math.max(64, kept.rows) / chunkRows) * chunkRows);
    for (const chunk of kept.chunks()) place(layout(read), chunk);
    this.#columns = read;
  }

  /** The chunks with what came since {@link keep}. */
  unsaved(): Iterable<Chunk> {
    return this.#keptRows === this.#length
      ? []
      : chunksFrom(layout(this.#columns), this.#keptRows, this.#length);
  }

  /** Says that all there is was kept. */
  keep(): void {
    this.#keptRows = this.#length;
  }

  #index(): void {
    if (this.#kept !== undefined) this.#read(this.#kept);
    this.#isIndexed = true;
    let slots = this.#slots.length;
    while (this.#length * 2 > slots) slots *= 2;
    this.#fillSlots(slots);
  }

  /** The slot of a row with this id in this stream, or the one that waits for it. */
  #slotOf(stream: number, a: number, b: number, c: number, d: number): number {
    const slots = this.#slots;
    const { ids, stream: streams } = this.#columns;
    const mask = slots.length - 1;
    let hash = Math.imul(a ^ Math.imul(stream, 0x9e3779b1), 0x85ebca6b) ^ b;
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ c;
    hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f) ^ d;
    for (let slot = (hash ^ (hash >>> 16)) & mask; ; slot = (slot + 1) & mask) {
      const row = cell(slots[slot]);
      if (row === nowhere) return slot;
      const at = row * 4;
      if (
        ids[at] === a &&
        ids[at + 1] === b &&
        ids[at + 2] === c &&
        ids[at + 3] === d &&
        streams[row] === stream
      )
        return slot;
    }
  }

  #fillSlots(count: number): void {
    const { ids, stream } = this.#columns;
    this.#slots = new Uint32Array(count).fill(nowhere);
    for (let row = 0; row < this.#length; row++) {
      const at = row * 4;
      const slot = this.#slotOf(
        cell(stream[row]),
        cell(ids[at]),
        cell(ids[at + 1]),
        cell(ids[at + 2]),
        cell(ids[at + 3]),
      );
      this.#slots[slot] = row;
    }
    this.#soughtIn = nowhere;
  }

  #seek(eventId: string, stream: number): void {
    if (this.#soughtIn === stream && this.#sought === eventId) return;
    if (!this.#isIndexed) this.#index();
    const a = hexWord(eventId, 0, 4);
    const b = hexWord(eventId, 9, 14);
    const c = hexWord(eventId, 19, 24);
    const d = hexWord(eventId, 28, 32);
    this.#sought = eventId;
    this.#soughtIn = stream;
    this.#words[0] = a;
    this.#words[1] = b;
    this.#words[2] = c;
    this.#words[3] = d;
    this.#slot = this.#slotOf(stream, a, b, c, d);
  }

  /**
   * The row of the event with this id in this stream, `undefined` where it was never added.
   *
   * @param stream the number that {@link addStream} gave
   */
  find(eventId: string, stream: number): number | undefined {
    this.#seek(eventId, stream);
    const row = cell(this.#slots[this.#slot]);
    return row === nowhere ? undefined : row;
  }

  /** Whether the event of the row said the same, as stored. */
  saysTheSame(row: number, recorded: Recorded<unknown>): boolean {
    return this.#columns.fingerprint[row] === recorded.fingerprint;
  }

  /**
   * Adds an event that {@link find} does not find, and gives its row.
   *
   * @param stream the number that {@link addStream} gave
   * @param recordedAt the latest moment of recording seen in the stream, up to this event
   */
  add(recorded: Recorded<{ readonly type: string }>, stream: number, recordedAt: Instant): number {
    const row = this.#length;
    if (row === this.#columns.stream.length) this.#columns = larger(this.#columns);
    this.#seek(recorded.eventId, stream);
    this.#slots[this.#slot] = row;
    this.#length += 1;
    const to = this.#columns;
    to.ids.set(this.#words, row * 4);
    to.stream[row] = stream;
    to.revision[row] = recorded.revision;
    to.position[row] = recorded.position;
    to.type[row] = this.#types.number(recorded.event.type);
    to.recordedAt[row] = toEpoch(recordedAt);
    to.fingerprint[row] = recorded.fingerprint;
    to.reconstructed[row] = recorded.isReconstructed ? 1 : 0;
    if (this.#length * 2 > this.#slots.length) this.#fillSlots(this.#slots.length * 2);
    return row;
  }

  /** When the event of the row was recorded, in milliseconds since 1970. */
  recordedAt(row: number): number {
    if (this.#kept !== undefined) this.#read(this.#kept);
    return cell(this.#columns.recordedAt[row]);
  }

  /** The position of the event in a row. */
  position(row: number): number {
    if (this.#kept !== undefined) this.#read(this.#kept);
    return cell(this.#columns.position[row]);
  }

  /** The first row of an event after this position; {@link length} where there is none. */
  firstAfter(position: number): number {
    let [low, high] = [0, this.#length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.position(middle) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether the event in a row was made from totals and not from a history. */
  isReconstructed(row: number): boolean {
    if (this.#kept !== undefined) this.#read(this.#kept);
    return this.#columns.reconstructed[row] === 1;
  }

  /** The event of the row, spelled out. */
  event(row: number): TableEvent {
    if (this.#kept !== undefined) this.#read(this.#kept);
    const { ids, stream, revision, type } = this.#columns;
    if (row >= this.#length) throw new RangeError(`The event table has no row ${row}.`);
    const eventId = uuidOf(ids.subarray(row * 4, row * 4 + 4));
    if (!Uuid.is(eventId)) throw new TypeError(`The event table has "${eventId}" for an event id.`);
    return {
      eventId,
      stream: this.streamName(cell(stream[row])),
      revision: cell(revision[row]),
      position: this.position(row),
      type: this.#types.name(cell(type[row])),
      recordedAt: fromEpoch(this.recordedAt(row)),
      reconstructed: this.isReconstructed(row),
    };
  }

  /** The name of a stream. @param number that {@link addStream} gave */
  streamName(number: number): string {
    const known = this.#streams.get(number) ?? this.#streamOfNumber(number);
    if (known === undefined) throw new RangeError(`The event table has no stream ${number}.`);
    this.#streams.set(number, known);
    return known;
  }
}
