import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Frontier } from '../../../packages/adapters/src/audit/merkle/frontier.js';
import { type Hash, leafHash } from '../../../packages/adapters/src/audit/merkle/hash.js';
import { MerkleTree, type TreePart } from '../../../packages/adapters/src/audit/merkle/tree.js';
import { verifyConsistency } from '../../../packages/adapters/src/audit/merkle/verify-consistency.js';
import { verifyInclusion } from '../../../packages/adapters/src/audit/merkle/verify-inclusion.js';
import { naiveConsistency, naiveInclusion, naiveRoot } from '../../support/naive-tree.js';
import { runs } from '../../support/runs.js';

const hex = (hash: Hash): string => Buffer.from(hash).toString('hex');
const treeOf = (leaves: ReadonlyArray<Uint8Array>, tree = new MerkleTree()): MerkleTree => {
  for (const leaf of leaves) tree.append(leafHash(leaf));
  return tree;
};
const numbered = (count: number): ReadonlyArray<Uint8Array> =>
  Array.from({ length: count }, (_, n) => Buffer.from(`leaf ${n}`));
const leaves = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 });
/** A tree, one of its sizes, a smaller one, and a leaf within that size. */
const picked = fc.tuple(leaves, fc.nat(), fc.nat(), fc.nat()).map(([all, a, b, c]) => {
  const size = 1 + (a % all.length);
  return { all, size, earlier: 1 + (b % size), index: c % size };
});

/** Where trees are kept, as a file would give them back: by value. */
const shelf = () => {
  const parts = new Map<string, Uint8Array>();
  let read = 0;
  return {
    read: () => read,
    put: (unsaved: Iterable<TreePart>) => {
      for (const { level, part, hashes } of unsaved) parts.set(`${level} ${part}`, hashes.slice());
    },
    part: (level: number, part: number) => {
      read += 1;
      return parts.get(`${level} ${part}`) ?? new Uint8Array();
    },
  };
};

describe('a growing Merkle tree', () => {
  it('has the root of the recursive definition at every size, and so has its edge alone', () => {
    fc.assert(
      fc.property(leaves, (all) => {
        const [tree, edge] = [new MerkleTree(), new Frontier()];
        for (const [at, leaf] of all.entries()) {
          tree.append(leafHash(leaf));
          edge.append(leafHash(leaf));
          expect(hex(tree.root())).toBe(hex(edge.root()));
          expect(hex(edge.root())).toBe(hex(naiveRoot(all.slice(0, at + 1))));
        }
        expect(all.map((_, size) => hex(tree.root(size)))).toEqual(
          all.map((_, size) => hex(naiveRoot(all.slice(0, size)))),
        );
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it('gives the proofs of the recursive definitions, and they hold', () => {
    fc.assert(
      fc.property(picked, ({ all, size, earlier, index }) => {
        const tree = treeOf(all);
        const there = all.slice(0, size);
        const inclusion = tree.inclusionProof(index, size);
        expect(inclusion.map(hex)).toEqual(naiveInclusion(index, there).map(hex));
        const root = tree.root(size);
        const at = { index: BigInt(index), size: BigInt(size), leaf: tree.leaf(index), root };
        expect(verifyInclusion(at, inclusion)).toBe(true);
        const consistency = tree.consistencyProof(earlier, size);
        expect(consistency.map(hex)).toEqual(naiveConsistency(earlier, there).map(hex));
        const between = {
          earlier: { size: BigInt(earlier), root: tree.root(earlier) },
          later: { size: BigInt(size), root },
        };
        expect(verifyConsistency(between, consistency)).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it('gives proofs that hold for nothing else', () => {
    const damage = fc.tuple(fc.constantFrom('flip', 'drop', 'add', 'swap'), fc.nat());
    const damaged = (
      proof: ReadonlyArray<Hash>,
      [how, n]: readonly [string, number],
    ): ReadonlyArray<Hash> => {
      const at = proof.length === 0 ? 0 : n % proof.length;
      const flipped = (hash: Hash) => hash.map((byte, place) => (place === n % 32 ? byte ^ 1 : byte));
      switch (how) {
        case 'flip':
          return proof.map((hash, place) => (place === at ? flipped(hash) : hash));
        case 'drop':
          return proof.filter((_, place) => place !== at);
        case 'add':
          return [...proof.slice(0, at), leafHash('another'), ...proof.slice(at)];
        default:
          return [...proof.slice(at + 1), ...proof.slice(0, at + 1)];
      }
    };
    const same = (a: ReadonlyArray<Hash>, b: ReadonlyArray<Hash>): boolean =>
      a.map(hex).join() === b.map(hex).join();
    fc.assert(
      fc.property(picked, damage, ({ all, size, earlier, index }, how) => {
        const tree = treeOf(all);
        const root = tree.root(size);
        const at = { index: BigInt(index), size: BigInt(size), leaf: tree.leaf(index), root };
        const inclusion = tree.inclusionProof(index, size);
        const other = damaged(inclusion, how);
        expect(verifyInclusion(at, other)).toBe(same(other, inclusion));
        expect(verifyInclusion({ ...at, leaf: leafHash('another') }, inclusion)).toBe(false);
        expect(verifyInclusion({ ...at, index: at.index + 1n }, inclusion)).toBe(
          index + 1 < size &&
            same(tree.inclusionProof(index + 1, size), inclusion) &&
            hex(tree.leaf(index + 1)) === hex(at.leaf),
        );
        const between = {
          earlier: { size: BigInt(earlier), root: tree.root(earlier) },
          later: { size: BigInt(size), root },
        };
        const consistency = tree.consistencyProof(earlier, size);
        const others = damaged(consistency, how);
        expect(verifyConsistency(between, others)).toBe(same(others, consistency));
        const wrong = { ...between, earlier: { ...between.earlier, root: leafHash('another') } };
        expect(verifyConsistency(wrong, consistency)).toBe(false);
      }),
      { numRuns: runs },
    );
  });

  it('goes on from what was kept of it, whenever that was', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_500 }), { minLength: 1, maxLength: 5 }), (cuts) => {
        const kept = shelf();
        const sizes = [...cuts].sort((a, b) => a - b);
        const all = numbered(sizes.at(-1) ?? 0);
        let size = 0;
        for (const upTo of sizes) {
          const tree = treeOf(all.slice(size, upTo), new MerkleTree({ size, part: kept.part }));
          expect(hex(tree.root())).toBe(hex(treeOf(all.slice(0, upTo)).root()));
          kept.put(tree.unsaved());
          tree.keep();
          expect([...tree.unsaved()]).toEqual([]);
          size = upTo;
        }
      }),
      { numRuns: Math.ceil(runs / 50) },
    );
  });

  it('reads of what was kept no more than a proof needs', () => {
    const kept = shelf();
    const all = numbered(20_000);
    const whole = treeOf(all);
    kept.put(whole.unsaved());
    const tree = new MerkleTree({ size: all.length, part: kept.part });
    expect(tree.inclusionProof(12_345).map(hex)).toEqual(whole.inclusionProof(12_345).map(hex));
    expect(tree.consistencyProof(777).map(hex)).toEqual(whole.consistencyProof(777).map(hex));
    expect(kept.read()).toBeLessThan(30);
  });

  it('keeps 64 bytes a leaf', () => {
    const kept = shelf();
    kept.put(treeOf(numbered(100_000)).unsaved());
    let bytes = 0;
    for (let level = 0; level < 17; level++)
      for (let part = 0; part < 100; part++) bytes += kept.part(level, part).length;
    expect(bytes).toBeLessThanOrEqual(64 * 100_000);
    expect(bytes).toBeGreaterThan(63 * 100_000);
  });
});
