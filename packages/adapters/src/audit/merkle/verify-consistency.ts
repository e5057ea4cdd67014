import { type Hash, hashBytes, nodeHash, sameHash } from './hash.js';

/** What a consistency proof is to show: that the earlier tree is the beginning of the later one. */
export interface Consistency {
  readonly earlier: { readonly size: bigint; readonly root: Hash };
  readonly later: { readonly size: bigint; readonly root: Hash };
}

const isPowerOfTwo = (size: bigint): boolean => (size & (size - 1n)) === 0n;

/**
 * Whether a proof shows that one tree is the beginning of another (RFC 9162, 2.1.4.2). The tree without
 * leaves begins every tree and proves nothing, so it is refused.
 *
 * @param proof as the RFC has it; empty between trees of one size
 */
export const verifyConsistency = ({ earlier, later }: Consistency, proof: ReadonlyArray<Hash>): boolean => {
  if (earlier.size < 1n || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && sameHash(earlier.root, later.root);
  if (proof.length === 0 || proof.some(({ length }) => length !== hashBytes)) return false;
  const [start, ...rest] = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : proof;
  if (start === undefined) return false;
  let [first, last] = [earlier.size - 1n, later.size - 1n];
  while (first % 2n === 1n) {
    first /= 2n;
    last /= 2n;
  }
  let [before, after] = [start, start];
  for (const beside of rest) {
    if (last === 0n) return false;
    if (first % 2n === 1n || first === last) {
      before = nodeHash(beside, before);
      after = nodeHash(beside, after);
      while (first % 2n === 0n && first !== 0n) {
        first /= 2n;
        last /= 2n;
      }
    } else after = nodeHash(after, beside);
    first /= 2n;
    last /= 2n;
  }
  return last === 0n && sameHash(before, earlier.root) && sameHash(after, later.root);
};
