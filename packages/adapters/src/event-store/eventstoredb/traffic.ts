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
    const appends = [...this.#appends];
    return Traffic.#during(this.#questions, Promise.all(appends).then(ask));
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

  /** Waits for the appends that are under way, and says whether all that is known stands before a place. */
  async isAllBefore(place: Place | undefined): Promise<boolean> {
    await Promise.all(this.#appends);
    return this.#appended === undefined || (place !== undefined && !isAfter(this.#appended, place));
  }
}
