import { isAfter, type Place } from './place.js';

/**
 * Keeps what is asked of one opened store in order: who asks for the end of the log is answered before
 * an append that was asked for later, and a follower has not caught up while an append that was asked
 * for before is under way or not yet handed over.
 */
export class Traffic {
  readonly #appends = new Set<Promise<unknown>>();
  readonly #questions = new Set<Promise<unknown>>();
  #appended: Place | undefined;

  static #during<A>(set: Set<Promise<unknown>>, work: Promise<A>): Promise<A> {
    const entry = work.catch(() => undefined);
    set.add(entry);
    void entry.then(() => set.delete(entry));
    return work;
  }

  question<A>(ask: () => Promise<A>): Promise<A> {
    return Traffic.#during(this.#questions, ask());
  }

  append<A>(append: () => Promise<A>): Promise<A> {
    const questions = [...this.#questions];
    return Traffic.#during(
      this.#appends,
      questions.length === 0 ? append() : Promise.all(questions).then(append),
    );
  }

  /** An event of ours is known to stand there. */
  appended(place: Place): void {
    if (this.#appended === undefined || isAfter(place, this.#appended)) this.#appended = place;
  }

  /** Whether appends are under way. */
  get isBusy(): boolean {
    return this.#appends.size > 0;
  }

  /** Waits for the appends that are under way. */
  async quiet(): Promise<void> {
    await Promise.all(this.#appends);
  }

  /** Whether all that is known to stand in the log stands before a place or at it. */
  isAllBefore(place: Place | undefined): boolean {
    return this.#appended === undefined || (place !== undefined && !isAfter(this.#appended, place));
  }
}
