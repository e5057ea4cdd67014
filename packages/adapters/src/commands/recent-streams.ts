import type { Append } from '../event-store/port.js';
import type { DomainRejection } from './aggregates.js';
import type { Decidable } from './decide-on.js';
import type { OpenedStream } from './opened-stream.js';
import type { Decision, Standing } from './stream-fold.js';

const mostOfAll = 20_000;
const mostOfOne = 1_000;

/** A stream as it was left, and the ids of its events: of what they say there is no more than commands need. */
class RecentStream implements Decidable {
  readonly name: string;
  readonly #ids: Set<string>;
  revision: Decidable['revision'];
  standing: Standing<DomainRejection>;

  constructor({ fold, steps }: OpenedStream) {
    this.name = fold.name;
    this.revision = fold.revision;
    this.standing = fold.standing();
    this.#ids = new Set(steps.keys());
  }

  has(eventId: string): boolean {
    return this.#ids.has(eventId);
  }

  /** What it counts for; one without events takes room too. */
  get weight(): number {
    return Math.max(1, this.#ids.size);
  }

  extend({ events }: Append, decision: Decision, lastRevision: number): void {
    for (const { eventId } of events) this.#ids.add(eventId);
    this.revision = lastRevision;
    this.standing = this.standing.after(decision);
  }
}

/**
 * Remembers the streams that commands were decided on last. What others wrote since is not in them: who
 * appends behind one learns of that from the store, and who refuses by one reads it again before.
 */
export class RecentStreams {
  readonly #streams = new Map<string, RecentStream>();
  readonly #most: number;
  #held = 0;

  /** @param most how many events all of them together may have */
  constructor(most: number = mostOfAll) {
    this.#most = most;
  }

  knows(stream: string): boolean {
    return this.#streams.has(stream);
  }

  /**
   * The stream as it was left.
   *
   * @param eventId of an event that it must not have: who asks for more than whether it has, reads the stream
   */
  without(stream: string, eventId: string): Decidable | undefined {
    const recent = this.#streams.get(stream);
    return recent?.has(eventId) ? undefined : recent;
  }

  /** Takes in a stream that was read. */
  remember(opened: OpenedStream): void {
    this.forget(opened.fold.name);
    // A stream that is frozen may be read to its end by a later release, and is seldom asked.
    if (opened.fold.freeze === undefined) this.#hold(new RecentStream(opened));
  }

  forget(stream: string): void {
    const recent = this.#streams.get(stream);
    if (recent === undefined) return;
    this.#streams.delete(stream);
    this.#held -= recent.weight;
  }

  /**
   * Takes in what was decided and then appended.
   *
   * @param lastRevision of the batch as it stands: a stream that a server deleted and that is made again does not
   *   begin at 0
   */
  extend(batch: Append, decision: Decision, lastRevision: number): void {
    const recent = this.#streams.get(batch.stream);
    if (recent === undefined) return;
    this.forget(batch.stream);
    // Another command of this process may have been there first.
    if (recent.revision !== batch.expected) return;
    recent.extend(batch, decision, lastRevision);
    this.#hold(recent);
  }

  #hold(recent: RecentStream): void {
    if (recent.weight > mostOfOne) return;
    this.#streams.set(recent.name, recent);
    this.#held += recent.weight;
    for (const oldest of this.#streams.keys()) {
      if (this.#held <= this.#most) return;
      this.forget(oldest);
    }
  }
}
