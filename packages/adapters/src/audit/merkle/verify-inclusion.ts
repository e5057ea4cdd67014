import { type Hash, hashBytes, nodeHash, sameHash } from './hash.js';

/** What an inclusion proof is to show: that this leaf stands at this index of a tree. */
export interface Inclusion {
  /** the first leaf is 0 */
  readonly index: bigint;
  /** how many leaves the tree has */
  readonly size: bigint;
  readonly leaf: Hash;
  readonly root: Hash;
}

/**
 * Whether a proof shows that a leaf stands in a tree (RFC 9162, 2.1.3.2).
 *
 * @param proof hashes from the leaf up to the root
 */
export const verifyInclusion = (
  { index, size, leaf, root }: Inclusion,
  proof: ReadonlyArray<Hash>,
): boolean => {
  if (index < 0n || index >= size || [leaf, ...proof].some(({ length }) => length !== hashBytes))
    return false;
  let [first, last, hash] = [index, size - 1n, leaf];
  for (const beside of proof) {
    if (last === 0n) return false;
    if (first % 2n === 1n || first === last) {
      hash = nodeHash(beside, hash);
      while (first % 2n === 0n && first !== 0n) {
        first /= 2n;
        last /= 2n;
      }
    } else hash = nodeHash(hash, beside);
    first /= 2n;
    last /= 2n;
  }
  return last === 0n && sameHash(hash, root);
};
