import type { Append, ExpectedRevision } from '../port.js';
import type { Standing } from './stream-read.js';

/** What is known of a stream: its last revision and the revision of each of its event ids. */
export interface Known {
  readonly revision: ExpectedRevision;
  readonly revisions: ReadonlyMap<string, number>;
}

export const knownOf = (events: ReadonlyArray<Standing>): Known => ({
  revision: events.at(-1)?.event.revision ?? 'no-stream',
  revisions: new Map(events.map(({ event }) => [event.eventId, event.revision])),
});

const mostStreams = 1_000;
const mostEvents = 1_000;

/**
 * Remembers the streams that were read or written last. A stream only grows, so what was read of it up
 * to a revision stays true, and who appends behind that revision need not read it again.
 */
export class KnownStreams {
  readonly #streams = new Map<string, Known>();

  of(stream: string): Known | undefined {
    return this.#streams.get(stream);
  }

  learn(stream: string, known: Known): void {
    this.#streams.delete(stream);
    if (known.revisions.size > mostEvents) return;
    this.#streams.set(stream, known);
    const [oldest] = this.#streams.keys();
    if (this.#streams.size > mostStreams && oldest !== undefined) this.#streams.delete(oldest);
  }

  /** Takes in an append that stands. */
  extend(known: Known, { stream, events }: Append, firstRevision: number): void {
    const revisions = new Map(known.revisions);
    events.forEach(({ eventId }, index) => {
      revisions.set(eventId, firstRevision + index);
    });
    this.learn(stream, { revision: firstRevision + events.length - 1, revisions });
  }

  forget(stream: string): void {
    this.#streams.delete(stream);
  }
}
