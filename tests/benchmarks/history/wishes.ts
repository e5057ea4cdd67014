/** Something that is asked for at a moment, in milliseconds since 1970. */
interface Wish {
  readonly at: number;
  readonly ask: (at: number) => void;
}

/** What is going to be asked for in a life; it is asked in the order of the moments. */
export class Wishes {
  readonly #wishes: Wish[] = [];

  add(at: number, ask: (at: number) => void): void {
    this.#wishes.push({ at: Math.floor(at), ask });
  }

  fulfil(): void {
    this.#wishes.sort((a, b) => a.at - b.at);
    for (const { at, ask } of this.#wishes) ask(at);
  }
}
