import { scan } from './log-scan.js';
import { isAfter, type Place, tokenOf } from './place.js';
import { lastPlace } from './record-at.js';
import type { Session } from './session.js';

/** How many events of ours the log holds up to a place. */
export interface Count {
  readonly count: number;
  readonly place: Place | undefined;
}

const nothing: Count = { count: 0, place: undefined };

/**
 * Counts our events. The server has no number for a place in the log of one prefix, so they are read;
 * what was counted once is kept, and only what came after is counted when it is asked again.
 */
export class Counter {
  readonly #session: Session;
  #known: Count = nothing;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Where to begin to come to the event with this number: as near before it as is known. */
  before(position: number): Count {
    return this.#known.count <= position ? this.#known : nothing;
  }

  /**
   * Somebody who read from the beginning has counted this far. That is newer than what was counted before, of
   * which the server may have removed something since.
   */
  learn(count: Count & { readonly place: Place }): void {
    const { place } = this.#known;
    if (place === undefined || !isAfter(place, count.place)) this.#known = count;
  }

  /** How many there are now. */
  async all(): Promise<number> {
    return this.upTo(await lastPlace(this.#session));
  }

  /** How many there are up to a place and at it. */
  upTo(end: Place | undefined): Promise<number> {
    const counted = this.#turn.then(async () => {
      if (end === undefined) return 0;
      const { place } = this.#known;
      if (place !== undefined && tokenOf(place) === tokenOf(end)) return this.#known.count;
      const isNews = place === undefined || isAfter(end, place);
      const count = await this.#countFrom(isNews ? this.#known : nothing, end);
      if (isNews) this.#known = { count, place: end };
      return count;
    });
    this.#turn = counted.catch(() => undefined);
    return counted;
  }

  async #countFrom({ count, place }: Count, end: Place): Promise<number> {
    let counted = count;
    await scan(
      this.#session,
      place,
      end,
      () => counted,
      async (entries) => {
        for (const { tag } of entries) if (tag === 'Event') counted++;
        return true;
      },
    );
    return counted;
  }

  /** The numbers of several events, by their places in order. */
  async of(places: ReadonlyArray<Place>): Promise<ReadonlyArray<number>> {
    const numbers: number[] = [];
    let counted = 0;
    await scan(
      this.#session,
      undefined,
      places.at(-1),
      () => counted,
      async (entries) => {
        for (const { tag, place } of entries) {
          if (tag === 'Event') counted++;
          const sought = places[numbers.length];
          if (sought !== undefined && !isAfter(sought, place)) numbers.push(counted);
        }
        return true;
      },
    );
    return numbers;
  }
}
