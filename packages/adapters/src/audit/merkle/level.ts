import { type Hash, hashBytes } from './hash.js';

/** How many hashes of a level stand together. */
export const partHashes = 1_024;

/** Reads a run of hashes of one level: the part-th {@link partHashes} of them, the last perhaps not full yet. */
export type PartOf = (part: number) => Uint8Array;

/** The hashes of one level of a tree, from left to right. Those that were kept are read when they are needed. */
export class Level {
  readonly #parts: Array<Uint8Array | undefined> = [];
  #length: number;

  /**
   * @param length how many were kept
   * @param kept reads a part of those
   */
  constructor(
    length = 0,
    private readonly kept: PartOf | undefined = undefined,
  ) {
    this.#length = length;
  }

  get length(): number {
    return this.#length;
  }

  #part(part: number): Uint8Array {
    const known = this.#parts[part];
    if (known !== undefined) return known;
    const made = new Uint8Array(partHashes * hashBytes);
    if (part * partHashes < this.#length && this.kept !== undefined) made.set(this.kept(part));
    this.#parts[part] = made;
    return made;
  }

  /** One of the hashes. */
  at(index: number): Hash {
    if (index < 0 || index >= this.#length) throw new RangeError(`The level has no hash ${index}.`);
    const start = (index % partHashes) * hashBytes;
    return this.#part(Math.floor(index / partHashes)).subarray(start, start + hashBytes);
  }

  push(hash: Hash): void {
    this.#part(Math.floor(this.#length / partHashes)).set(hash, (this.#length % partHashes) * hashBytes);
    this.#length += 1;
  }

  /** The parts with hashes from one on, each with its number. */
  *partsFrom(index: number): Generator<{ readonly part: number; readonly hashes: Uint8Array }> {
    for (let part = Math.floor(index / partHashes); part * partHashes < this.#length; part++) {
      const count = Math.min(partHashes, this.#length - part * partHashes);
      yield { part, hashes: this.#part(part).subarray(0, count * hashBytes) };
    }
  }
}
