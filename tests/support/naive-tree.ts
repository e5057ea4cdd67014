import { createHash } from 'node:crypto';

const sha256 = (...parts: ReadonlyArray<Uint8Array>): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

const split = (count: number): number => {
  const powers = [...Array(31).keys()].map((exponent) => 2 ** exponent);
  return Math.max(...powers.filter((power) => power < count));
};

/**
 * A Merkle tree as RFC 9162 defines it, by its recursive definitions and nothing else: each function goes
 * over all leaves again. Slow and plain on purpose; it shares no code with the packages.
 */
export const naiveRoot = (leaves: ReadonlyArray<Uint8Array>): Buffer => {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return sha256(Uint8Array.of(0), only);
  const k = split(leaves.length);
  return sha256(Uint8Array.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
};

/** PATH(m, D_n) of RFC 9162, 2.1.3.1. */
export const naiveInclusion = (m: number, leaves: ReadonlyArray<Uint8Array>): ReadonlyArray<Buffer> => {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m < k
    ? [...naiveInclusion(m, left), naiveRoot(right)]
    : [...naiveInclusion(m - k, right), naiveRoot(left)];
};

const subproof = (m: number, leaves: ReadonlyArray<Uint8Array>, isWhole: boolean): ReadonlyArray<Buffer> => {
  if (m === leaves.length) return isWhole ? [] : [naiveRoot(leaves)];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m <= k
    ? [...subproof(m, left, isWhole), naiveRoot(right)]
    : [...subproof(m - k, right, false), naiveRoot(left)];
};

/** PROOF(m, D_n) of RFC 9162, 2.1.4.1. */
export const naiveConsistency = (m: number, leaves: ReadonlyArray<Uint8Array>): ReadonlyArray<Buffer> =>
  subproof(m, leaves, true);
