import type { Schedule } from './schedule.js';

const forever = new Promise<never>(() => undefined);

/**
 * One life of a process, from its start to its crash. What a process does it does in turns of its life; at
 * a crash it stops in the midst of it: what it waits for never comes.
 */
export class Life {
  readonly #schedule: Schedule;
  readonly #atEnd: (() => void)[] = [];
  #left: number;
  #isOver = false;

  /** @param turns how many it lives; then it crashes */
  constructor(
    schedule: Schedule,
    readonly name: string,
    turns: number,
  ) {
    this.#schedule = schedule;
    this.#left = turns;
  }

  /** Waits for a turn of this life; it comes to nothing where that is over. */
  async turn(what: string): Promise<void> {
    if (!this.#isOver) await this.#schedule.turn(`${this.name} ${what}`);
    if (!this.#isOver && --this.#left < 0) this.#end();
    if (this.#isOver) await forever;
  }

  async turns(what: string, count: number): Promise<void> {
    for (let nth = 0; nth < count; nth++) await this.turn(what);
  }

  /** What the world does when this life ends. */
  atEnd(what: () => void): void {
    this.#atEnd.push(what);
  }

  #end(): void {
    this.#isOver = true;
    for (const what of this.#atEnd) what();
  }
}

/**
 * Starts a process, and starts it again after each crash.
 *
 * @param crashes how many turns each of its lives has that ends in a crash; the one after them goes on
 */
export const live = (
  schedule: Schedule,
  name: string,
  crashes: ReadonlyArray<number>,
  process: (life: Life) => Promise<void>,
): void => {
  const begin = (nth: number): void => {
    const left = crashes[nth];
    const life = new Life(schedule, name, left ?? Number.POSITIVE_INFINITY);
    life.atEnd(() => {
      schedule.note('crashes');
      schedule.start(async () => {
        await schedule.turn(`${name} starts again`);
        begin(nth + 1);
      });
    });
    schedule.start(() => process(life));
  };
  begin(0);
};
