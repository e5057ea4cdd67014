import { emptyRoot, type Hash, nodeHash } from './hash.js';
import { Level } from './level.js';

/** A tree that was kept. */
export interface KeptTree {
  readonly size: number;
  /** the hashes of a part of a level, see {@link Level} */
  readonly part: (level: number, part: number) => Uint8Array;
}

/** A part of a tree that is not kept yet, or not as it is now. */
export interface TreePart {
  /** 0 is that of the leaves */
  readonly level: number;
  readonly part: number;
  readonly hashes: Uint8Array;
}

/** The largest power of two below a number from 2 on (RFC 9162 calls it k). */
const splitOf = (count: number): number => {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
};

/** The level of the root of a complete subtree of so many leaves. */
const levelOf = (count: number): number => {
  let level = 0;
  for (let width = 1; width < count; width *= 2) level += 1;
  return level;
};

/**
 * A Merkle tree of RFC 9162 that grows: appending, a root of any size up to its own, and a proof each take
 * so many hashes as its size has bits. It holds the roots of all complete subtrees, 64 bytes a leaf; those
 * that were kept are read when they are needed.
 */
export class MerkleTree {
  readonly #levels: Level[] = [];
  #size: number;
  #keptSize: number;

  /** @param kept to go on from there */
  constructor(kept: KeptTree = { size: 0, part: () => new Uint8Array() }) {
    this.#size = kept.size;
    this.#keptSize = kept.size;
    for (let [level, length] = [0, kept.size]; length > 0; length = Math.floor(length / 2)) {
      const at = level;
      this.#levels.push(new Level(length, (part) => kept.part(at, part)));
      level += 1;
    }
  }

  /** How many leaves there are. */
  get size(): number {
    return this.#size;
  }

  #level(level: number): Level {
    const known = this.#levels[level];
    if (known !== undefined) return known;
    const made = new Level();
    this.#levels.push(made);
    return made;
  }

  /** Appends a leaf. @param hash of the leaf */
  append(hash: Hash): void {
    let node = hash;
    for (let level = 0; ; level++) {
      const hashes = this.#level(level);
      hashes.push(node);
      if (hashes.length % 2 === 1) break;
      node = nodeHash(hashes.at(hashes.length - 2), node);
    }
    this.#size += 1;
  }

  /** The hash of a leaf. */
  leaf(index: number): Hash {
    return this.#level(0).at(index);
  }

  /** The root over a range of leaves that an RFC 9162 tree has a node for: it begins where a subtree does. */
  #rootOf(start: number, end: number): Hash {
    const count = end - start;
    if (count === 0) return emptyRoot;
    if (count === 1) return this.leaf(start);
    const split = splitOf(count);
    if (split * 2 === count) return this.#level(levelOf(count)).at(start / count);
    return nodeHash(this.#rootOf(start, start + split), this.#rootOf(start + split, end));
  }

  #hasAtLeast(size: number): void {
    if (!Number.isSafeInteger(size) || size < 0 || size > this.#size)
      throw new RangeError(`A tree of ${this.#size} leaves has no part of ${size}.`);
  }

  /** The root of the tree as it was with so many leaves. */
  root(size: number = this.#size): Hash {
    this.#hasAtLeast(size);
    return this.#rootOf(0, size);
  }

  /**
   * The proof that a leaf stands in the tree as it was with so many leaves (RFC 9162, 2.1.3.1).
   *
   * @returns hashes from the leaf up to the root
   */
  inclusionProof(index: number, size: number = this.#size): ReadonlyArray<Hash> {
    this.#hasAtLeast(size);
    if (!Number.isSafeInteger(index) || index < 0 || index >= size)
      throw new RangeError(`A tree of ${size} leaves has no leaf ${index}.`);
    const path = (start: number, end: number): ReadonlyArray<Hash> => {
      if (end - start === 1) return [];
      const middle = start + splitOf(end - start);
      return index < middle
        ? [...path(start, middle), this.#rootOf(middle, end)]
        : [...path(middle, end), this.#rootOf(start, middle)];
    };
    return path(0, size);
  }

  /**
   * The proof that the tree with so many leaves is the beginning of the one with so many (RFC 9162, 2.1.4.1).
   *
   * @param earlier from 1
   */
  consistencyProof(earlier: number, later: number = this.#size): ReadonlyArray<Hash> {
    this.#hasAtLeast(later);
    if (earlier < 1 || earlier > later)
      throw new RangeError(`A tree of ${later} leaves does not go on one of ${earlier}.`);
    const path = (start: number, end: number, isWhole: boolean): ReadonlyArray<Hash> => {
      if (end === earlier) return isWhole ? [] : [this.#rootOf(start, end)];
      const middle = start + splitOf(end - start);
      return earlier <= middle
        ? [...path(start, middle, isWhole), this.#rootOf(middle, end)]
        : [...path(middle, end, false), this.#rootOf(start, middle)];
    };
    return path(0, later, true);
  }

  /** What came since {@link keep}, to be kept in one transaction with the place in the log. */
  *unsaved(): Generator<TreePart> {
    let kept = this.#keptSize;
    for (const [level, hashes] of this.#levels.entries()) {
      if (kept < hashes.length)
        for (const { part, hashes: bytes } of hashes.partsFrom(kept)) yield { level, part, hashes: bytes };
      kept = Math.floor(kept / 2);
    }
  }

  /** Says that what {@link unsaved} gave was kept; nothing may have been appended in between. */
  keep(): void {
    this.#keptSize = this.#size;
  }
}
