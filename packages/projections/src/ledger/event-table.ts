import { fromEpoch, type Instant, type Recorded, toEpoch, Uuid } from '@burgernet/domain';
import { bytes, doubles, words } from './column.js';
import { names } from './names.js';

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

const nibbles = (uuid: string, at: number): number => {
  let value = 0;
  for (let i = at; i < at + 4; i++) {
    const code = uuid.charCodeAt(i);
    value = (value << 4) | (code < 58 ? code - 48 : code - 87);
  }
  return value;
};
/** Eight hexadecimal digits, standing at two places of a UUID, as one number. */
const hexWord = (uuid: string, high: number, low: number): number =>
  ((nibbles(uuid, high) << 16) | nibbles(uuid, low)) >>> 0;
const hex = (word: number): string => word.toString(16).padStart(8, '0');

const nowhere = 0xffffffff;

/**
 * The events that were handled, in columns, and an index from stream and event id to the row: a
 * delivery that comes again is recognised however long the history is.
 */
export class EventTable {
  readonly #id = [words(), words(), words(), words()] as const;
  readonly #stream = words();
  readonly #revision = words();
  readonly #position = doubles();
  readonly #type = bytes();
  readonly #recordedAt = doubles();
  readonly #fingerprint = doubles();
  readonly #reconstructed = bytes();
  readonly #types = names<string>();
  readonly #streams: string[] = [];
  #slots = new Uint32Array(1024).fill(nowhere);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Registers a stream and gives its number. */
  addStream(stream: string): number {
    this.#streams.push(stream);
    return this.#streams.length - 1;
  }

  #slotOf(stream: number, a: number, b: number, c: number, d: number): number {
    const mask = this.#slots.length - 1;
    let hash = Math.imul(a ^ Math.imul(stream, 0x9e3779b1), 0x85ebca6b) ^ b;
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ c;
    hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f) ^ d;
    for (let slot = (hash ^ (hash >>> 16)) & mask; ; slot = (slot + 1) & mask) {
      const row = this.#slots[slot] ?? nowhere;
      if (row === nowhere) return slot;
      if (
        this.#id[0].at(row) === a &&
        this.#id[1].at(row) === b &&
        this.#id[2].at(row) === c &&
        this.#id[3].at(row) === d &&
        this.#stream.at(row) === stream
      )
        return slot;
    }
  }

  #grow(): void {
    const rows = this.#slots;
    this.#slots = new Uint32Array(rows.length * 2).fill(nowhere);
    for (const row of rows)
      if (row !== nowhere) {
        const [a, b, c, d] = this.#id;
        this.#slots[this.#slotOf(this.#stream.at(row), a.at(row), b.at(row), c.at(row), d.at(row))] = row;
      }
  }

  #slotFor(eventId: string, stream: number): number {
    const a = hexWord(eventId, 0, 4);
    const b = hexWord(eventId, 9, 14);
    const c = hexWord(eventId, 19, 24);
    const d = hexWord(eventId, 28, 32);
    return this.#slotOf(stream, a, b, c, d);
  }

  /**
   * The row of the event with this id in this stream, `undefined` where it was never added.
   *
   * @param stream the number that {@link addStream} gave
   */
  find(eventId: string, stream: number): number | undefined {
    const row = this.#slots[this.#slotFor(eventId, stream)] ?? nowhere;
    return row === nowhere ? undefined : row;
  }

  /** Whether the event of the row said the same, as stored. */
  saysTheSame(row: number, recorded: Recorded<unknown>): boolean {
    return this.#fingerprint.at(row) === recorded.fingerprint;
  }

  /**
   * Adds an event that {@link find} does not find, and gives its row.
   *
   * @param stream the number that {@link addStream} gave
   * @param recordedAt the latest moment of recording seen in the stream, up to this event
   */
  add(recorded: Recorded<{ readonly type: string }>, stream: number, recordedAt: Instant): number {
    const { eventId } = recorded;
    const row = this.#length;
    this.#slots[this.#slotFor(eventId, stream)] = row;
    this.#length += 1;
    this.#id[0].push(hexWord(eventId, 0, 4));
    this.#id[1].push(hexWord(eventId, 9, 14));
    this.#id[2].push(hexWord(eventId, 19, 24));
    this.#id[3].push(hexWord(eventId, 28, 32));
    this.#stream.push(stream);
    this.#revision.push(recorded.revision);
    this.#position.push(recorded.position);
    this.#type.push(this.#types.number(recorded.event.type));
    this.#recordedAt.push(toEpoch(recordedAt));
    this.#fingerprint.push(recorded.fingerprint);
    this.#reconstructed.push(recorded.metadata.source?.reconstructed === true ? 1 : 0);
    if (this.#length * 2 > this.#slots.length) this.#grow();
    return row;
  }

  /** When the event of the row was recorded, in milliseconds since 1970. */
  recordedAt(row: number): number {
    return this.#recordedAt.at(row);
  }

  position(row: number): number {
    return this.#position.at(row);
  }

  isReconstructed(row: number): boolean {
    return this.#reconstructed.at(row) === 1;
  }

  /** The event of the row, spelled out. */
  event(row: number): TableEvent {
    const [a, b, c, d] = this.#id.map((word) => hex(word.at(row)));
    const id = `${a}${b}${c}${d}`;
    const eventId = `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`;
    if (!Uuid.is(eventId)) throw new RangeError(`The event table has no row ${row}.`);
    return {
      eventId,
      stream: this.#streams[this.#stream.at(row)] ?? '',
      revision: this.#revision.at(row),
      position: this.#position.at(row),
      type: this.#types.name(this.#type.at(row)),
      recordedAt: fromEpoch(this.#recordedAt.at(row)),
      reconstructed: this.isReconstructed(row),
    };
  }

  /** What the columns and the index take, in bytes. */
  bytes(): number {
    const columns = [
      ...this.#id,
      this.#stream,
      this.#revision,
      this.#position,
      this.#type,
      this.#recordedAt,
      this.#fingerprint,
      this.#reconstructed,
    ];
    return columns.reduce((sum, one) => sum + one.bytes(), this.#slots.byteLength);
  }
}
