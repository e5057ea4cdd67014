import type { HeldLine, ImportOutcome, Place, RefusedLine } from './import-outcome.js';

/** A line by its input, from 0, and its number, from 1. */
export interface LineAt {
  readonly input: number;
  readonly line: number;
}

const inOrder = <A extends LineAt>(lines: ReadonlyArray<A>): ReadonlyArray<A> =>
  [...lines].sort((a, b) => a.input - b.input || a.line - b.line);

/** Counts what becomes of the lines of an import, and keeps those that were not taken. */
export class Tally {
  readonly #refused: Array<LineAt & Omit<RefusedLine, keyof Place>> = [];
  readonly #held: Array<LineAt & Pick<HeldLine, 'stream'>> = [];
  #lines = 0;
  #taken = 0;
  #repeated = 0;
  #events = 0;

  /** How many lines were read. */
  get lines(): number {
    return this.#lines;
  }
  /** How many lines were appended. */
  get appended(): number {
    return this.#taken;
  }

  read(): void {
    this.#lines += 1;
  }
  take(events: number): void {
    this.#taken += 1;
    this.#events += events;
  }
  repeat(): void {
    this.#repeated += 1;
  }
  hold({ input, line }: LineAt, stream: string): void {
    this.#held.push({ input, line, stream });
  }
  refuse({ input, line }: LineAt, why: Omit<RefusedLine, keyof Place>): void {
    this.#refused.push({ input, line, ...why });
  }

  /** @param nameOf an input, as the user named it */
  outcome(nameOf: (input: number) => string): ImportOutcome {
    const placed = <A extends LineAt>({ input, ...rest }: A) => ({ file: nameOf(input), ...rest });
    return {
      lines: this.#lines,
      taken: this.#taken,
      repeated: this.#repeated,
      events: this.#events,
      refused: inOrder(this.#refused).map(placed),
      held: inOrder(this.#held).map(placed),
    };
  }
}
