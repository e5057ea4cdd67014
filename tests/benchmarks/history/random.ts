import { Uuid } from '@burgernet/domain';

const bytes = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

/** Something, and how much more often it comes than its neighbours. */
export type Weighted<A> = readonly [weight: number, value: A];

/**
 * Numbers that look random and follow from a seed alone (sfc32: small, quick, good enough for a
 * history; nothing secret hangs on it).
 */
export class Random {
  #a = 0;
  #b = 0;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    this.#c = seed | 0;
    for (let i = 0; i < 12; i++) this.#word();
  }

  #word(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** From 0 up to 1, which never comes. */
  fraction(): number {
    return this.#word() / 4_294_967_296;
  }

  /** A whole number from `least` up to and including `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /** Whether something happens that happens so often, 0 never and 1 always. */
  chance(often: number): boolean {
    return this.fraction() < often;
  }

  /** How often something happened that happens `mean` times on average, seldom much more often. */
  times(mean: number): number {
    return Math.floor(-Math.log(1 - this.fraction()) * (mean + 0.5));
  }

  /** One of them. */
  one<A>(values: ReadonlyArray<A>): A {
    const value = values[this.between(0, values.length - 1)];
    if (value === undefined) throw new RangeError('Nothing to choose from.');
    return value;
  }

  /** One of them, by weight. */
  weighted<A>(values: ReadonlyArray<Weighted<A>>): A {
    let sum = 0;
    for (const [weight] of values) sum += weight;
    let left = this.fraction() * sum;
    for (const [weight, value] of values) {
      left -= weight;
      if (left < 0) return value;
    }
    throw new RangeError('Nothing to choose from.');
  }

  /** So many different ones of them, in their own order; all where there are fewer. */
  some<A>(values: ReadonlyArray<A>, count: number): ReadonlyArray<A> {
    const chosen: A[] = [];
    let open = Math.min(count, values.length);
    values.forEach((value, index) => {
      if (this.fraction() * (values.length - index) >= open) return;
      chosen.push(value);
      open -= 1;
    });
    return chosen;
  }

  #hex(): string {
    const word = this.#word();
    return `${bytes[word >>> 24]}${bytes[(word >>> 16) & 255]}${bytes[(word >>> 8) & 255]}${bytes[word & 255]}`;
  }

  /** A UUID of version 4 by its form. */
  uuid(): Uuid {
    const [b, c, d] = [this.#hex(), this.#hex(), this.#hex()];
    const uuid = `${this.#hex()}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
    if (!Uuid.is(uuid)) throw new TypeError(`${uuid} is no UUID.`);
    return uuid;
  }
}
