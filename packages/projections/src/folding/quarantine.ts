import type { Instant, QuarantineReason, StreamKind } from '@burgernet/domain';
import { type AsOf, isKnownBy } from '../ledger/as-of.js';

/** An event that is kept, counted and reported, but enters no figure. */
export interface Quarantined {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** as stored, whatever it says */
  readonly recordedAt: string;
  readonly reason: QuarantineReason;
  /** what is wrong, in a sentence for engineers */
  readonly detail: string;
}

/** A stream from the first event on that could not be read: later events are held, earlier postings stay. */
export interface FrozenStream {
  readonly kind: StreamKind;
  readonly name: string;
  readonly position: number;
  /** when the event that froze it was recorded; `undefined` where that could not be read either */
  readonly recordedAt: Instant | undefined;
}

/** What could not be read, and the streams that it froze. */
export class Quarantine {
  readonly #events: Quarantined[] = [];
  readonly #seen = new Set<string>();
  /** the last revision of each stream that has any of them */
  readonly #revisions = new Map<string, number>();
  readonly #frozen: FrozenStream[];

  constructor(events: ReadonlyArray<Quarantined> = [], frozen: ReadonlyArray<FrozenStream> = []) {
    for (const event of events) this.keep(event);
    this.#frozen = [...frozen];
  }

  get events(): ReadonlyArray<Quarantined> {
    return this.#events;
  }
  get frozen(): ReadonlyArray<FrozenStream> {
    return this.#frozen;
  }

  /** Keeps an event; a repeated delivery changes nothing. */
  keep(event: Quarantined): void {
    const key = `${event.stream} ${event.revision} ${event.position} ${event.eventId}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#revisions.set(event.stream, Math.max(this.lastRevisionOf(event.stream), event.revision));
    this.#events.push(event);
  }

  /** The last revision that could not be read of a stream; -1 where there is none. */
  lastRevisionOf(stream: string): number {
    return this.#revisions.get(stream) ?? -1;
  }

  /** Takes note of a stream that goes no further. */
  freeze(stream: FrozenStream): void {
    this.#frozen.push(stream);
  }

  /** The streams that were frozen already, as known then. */
  frozenAsOf(asOf: AsOf): ReadonlyArray<FrozenStream> {
    return this.#frozen.filter(({ position, recordedAt }) => isKnownBy(asOf, position, recordedAt));
  }

  /** How many events could not be read, as known then. */
  count(asOf: AsOf): number {
    if (asOf === 'latest') return this.#events.length;
    return this.#events.filter(({ position, recordedAt }) => isKnownBy(asOf, position, recordedAt)).length;
  }
}
