/**
 * Revisions that are not in the log though later ones of their stream are: a stream that begins at a later
 * one than 0, as what was truncated or deleted does, or one that leaves some out.
 */
export interface Gap {
  readonly stream: string;
  /** of the event before which they are missing, with its revision */
  readonly position: number;
  readonly revision: number;
  /** the revision that should have come: the first that is missing */
  readonly expected: number;
}

/** The gaps in the streams of a log, in its order. */
export class Gaps {
  readonly #all: Gap[];

  constructor(kept: ReadonlyArray<Gap> = []) {
    this.#all = [...kept];
  }

  get all(): ReadonlyArray<Gap> {
    return this.#all;
  }

  /** Notes a gap where an event comes at a later revision than was expected; an earlier one is a repeat. */
  look({ stream, position, revision }: Omit<Gap, 'expected'>, expected: number): void {
    if (revision > expected) this.#all.push({ stream, position, revision, expected });
  }
}
