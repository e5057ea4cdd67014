import { emptyRoot, type Hash, nodeHash } from './hash.js';

/**
 * The right edge of a growing tree (RFC 9162): what is needed to append to it and to say its root, and no
 * more. Memory holds a hash for each bit of its size.
 */
export class Frontier {
  /** roots of complete subtrees from left to right, each smaller than the one before */
  readonly #subtrees: Hash[] = [];
  #size = 0;

  /** How many leaves there are. */
  get size(): number {
    return this.#size;
  }

  /** Appends a leaf. @param hash of the leaf */
  append(hash: Hash): void {
    let node = hash;
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.#subtrees.pop();
      if (left === undefined) throw new Error('The edge of a tree lacks a subtree.');
      node = nodeHash(left, node);
    }
    this.#subtrees.push(node);
    this.#size += 1;
  }

  /** The root as the tree is now. */
  root(): Hash {
    const root = this.#subtrees.reduceRight<Hash | undefined>(
      (right, left) => (right === undefined ? left : nodeHash(left, right)),
      undefined,
    );
    return root ?? emptyRoot;
  }
}
