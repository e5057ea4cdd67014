import type { StoredEvent } from '@burgernet/domain';
import type { ExpectedRevision } from '../event-store/port.js';
import { foldSteps } from './first-result.js';
import type { OpenedStream } from './opened-stream.js';

const mostOfAll = 20_000;
const mostOfOne = 1_000;

/** What a stream counts for; one without events takes room too. */
const weightOf = ({ steps }: OpenedStream): number => Math.max(1, steps.size);

/**
 * Remembers the streams that commands were decided on last. What others wrote since is not in them: who
 * appends behind one learns of that from the store, and who refuses by one reads it again before.
 */
export class RecentStreams {
  readonly #streams = new Map<string, OpenedStream>();
  readonly #most: number;
  #held = 0;

  /** @param most how many events all of them together may have */
  constructor(most: number = mostOfAll) {
    this.#most = most;
  }

  of(stream: string): OpenedStream | undefined {
    return this.#streams.get(stream);
  }

  remember(stream: string, opened: OpenedStream): void {
    this.forget(stream);
    // A stream that is frozen may be read to its end by a later release, and is seldom asked.
    if (opened.fold.freeze !== undefined || opened.steps.size > mostOfOne) return;
    this.#streams.set(stream, opened);
    this.#held += weightOf(opened);
    for (const oldest of this.#streams.keys()) {
      if (this.#held <= this.#most) return;
      this.forget(oldest);
    }
  }

  forget(stream: string): void {
    const opened = this.#streams.get(stream);
    if (opened === undefined) return;
    this.#streams.delete(stream);
    this.#held -= weightOf(opened);
  }

  /**
   * Takes in what was appended to a stream.
   *
   * @param behind the revision that it was appended behind
   */
  extend(stream: string, behind: ExpectedRevision, events: ReadonlyArray<StoredEvent>): void {
    const opened = this.#streams.get(stream);
    if (opened === undefined) return;
    this.forget(stream);
    // Another command of this process may have been there first.
    if (opened.fold.revision !== behind) return;
    foldSteps(opened.fold, events, opened.steps);
    this.remember(stream, opened);
  }
}
