import type * as fc from 'fast-check';
import type { Turns } from '../../packages/adapters/src/event-store/turns.js';
import { must } from './broken.js';

/** Far more turns than any simulation takes: one that is not over by then never would be. */
const patience = 20_000;

/** Until everything that one turn set in motion has come to rest. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Who is when. Whatever is to happen asks for a turn and waits for it; one turn is given at a time, and
 * fast-check's scheduler chooses to whom. Nothing else is waited for: the seed decides everything.
 */
export class Schedule {
  readonly #scheduler: fc.Scheduler;
  readonly #failures: unknown[] = [];
  readonly #happened = new Map<string, number>();
  #given = 0;

  constructor(scheduler: fc.Scheduler) {
    this.#scheduler = scheduler;
  }

  /** How often what happened, and how many turns were given. */
  get happened(): ReadonlyMap<string, number> {
    return new Map([...this.#happened, ['turns', this.#given]]);
  }

  /** Notes what happened, so that it is known what simulations went through. */
  note(what: string): void {
    this.#happened.set(what, (this.#happened.get(what) ?? 0) + 1);
  }

  /** @param label what happens in the turn; a schedule that fails is printed with it */
  turn(label: string): Promise<void> {
    return this.#scheduler.schedule(Promise.resolve(), label);
  }

  async turns(label: string, count: number): Promise<void> {
    for (let nth = 0; nth < count; nth++) await this.turn(label);
  }

  /** Starts what nobody waits for. Where it fails, so does the simulation. */
  start(what: () => Promise<void>): void {
    what().catch((error) => this.#failures.push(error));
  }

  /** Turns for a reader of a log. */
  turnsOf(who: string): Turns {
    const during = (course: (isOver: () => boolean) => Promise<void>): (() => void) => {
      let isOver = false;
      this.start(() => course(() => isOver));
      return () => {
        isOver = true;
      };
    };
    return {
      soon: (what) =>
        during(async (isOver) => {
          await this.turn(`the store reads for ${who}`);
          if (!isOver()) what();
        }),
      every: (_, what) =>
        during(async (isOver) => {
          for (;;) {
            await this.turn(`the store looks again for ${who}`);
            if (isOver()) return;
            what();
          }
        }),
    };
  }

  /**
   * Gives turns until it is over.
   *
   * @param look at what every turn left behind; throws where a promise was broken
   */
  async run(isOver: () => boolean, look: () => void): Promise<void> {
    for (;;) {
      await settled();
      if (this.#failures.length > 0) throw this.#failures[0];
      look();
      if (isOver()) return;
      must(this.#scheduler.count() > 0, 'Nobody asks for a turn, and it is not over.');
      must(this.#given < patience, `It is not over after ${patience} turns.`);
      this.#given++;
      await this.#scheduler.waitNext(1);
    }
  }
}
