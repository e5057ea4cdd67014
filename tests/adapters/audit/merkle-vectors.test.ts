import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Frontier } from '../../../packages/adapters/src/audit/merkle/frontier.js';
import { type Hash, leafHash, nodeHash } from '../../../packages/adapters/src/audit/merkle/hash.js';
import { MerkleTree } from '../../../packages/adapters/src/audit/merkle/tree.js';
import { verifyConsistency } from '../../../packages/adapters/src/audit/merkle/verify-consistency.js';
import { verifyInclusion } from '../../../packages/adapters/src/audit/merkle/verify-inclusion.js';
import { vector, vectorsPresent } from '../../support/shared-vectors.js';

const hex = (hash: Hash): string => Buffer.from(hash).toString('hex');
const sha256 = (...parts: ReadonlyArray<Uint8Array>): Hash =>
  createHash('sha256').update(Buffer.concat(parts)).digest();
const of = (...bytes: ReadonlyArray<number>): Uint8Array => Uint8Array.of(...bytes);

describe('hashes of RFC 9162', () => {
  it('tell leaves, nodes and the empty tree apart by what stands before', () => {
    const [a, b] = [sha256(of(1)), sha256(of(2))];
    expect(hex(leafHash('é'))).toBe(hex(sha256(of(0, 0xc3, 0xa9))));
    expect(hex(leafHash(new Uint8Array()))).toBe(hex(sha256(of(0))));
    expect(hex(nodeHash(a, b))).toBe(hex(sha256(of(1), a, b)));
    expect(hex(new Frontier().root())).toBe(hex(sha256()));
  });
});

describe('a tree of seven leaves', () => {
  // The RFC's own example (2.1.5): nodes a to l by their letters.
  const [a, b, c, d, e, f, j] = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'].map(leafHash);
  if (!a || !b || !c || !d || !e || !f || !j) throw new Error('Seven texts have seven hashes.');
  const [g, h, i] = [nodeHash(a, b), nodeHash(c, d), nodeHash(e, f)];
  const [k, l] = [nodeHash(g, h), nodeHash(i, j)];
  const tree = new MerkleTree();
  for (const leaf of [a, b, c, d, e, f, j]) tree.append(leaf);

  it('has the roots that its parts have', () => {
    expect(hex(tree.root())).toBe(hex(nodeHash(k, l)));
    expect(hex(tree.root(3))).toBe(hex(nodeHash(g, c)));
    expect(hex(tree.root(4))).toBe(hex(k));
    expect(hex(tree.root(6))).toBe(hex(nodeHash(k, i)));
  });

  it.each([
    [0, [b, h, l]],
    [3, [c, g, l]],
    [4, [f, j, k]],
    [6, [i, k]],
  ])('proves leaf %i by the hashes beside its way up', (index, proof) => {
    expect(tree.inclusionProof(index).map(hex)).toEqual(proof.map(hex));
  });

  it.each([
    [3, [c, d, g, l]],
    [4, [l]],
    [6, [i, j, k]],
    [7, []],
  ])('proves that it goes on the tree of %i', (earlier, proof) => {
    expect(tree.consistencyProof(earlier).map(hex)).toEqual(proof.map(hex));
  });

  it('is not proven to go on the tree without leaves, though it does', () => {
    const size = 7n;
    const later = { size, root: tree.root() };
    const earlier = { size: 0n, root: tree.root(0) };
    expect(verifyConsistency({ earlier, later }, [])).toBe(false);
    expect(verifyConsistency({ earlier, later: earlier }, [])).toBe(false);
    expect(() => tree.consistencyProof(0)).toThrow(RangeError);
  });

  it('proves nothing of a leaf that it has not', () => {
    for (const index of [-1, 7, 0.5, Number.NaN])
      expect(() => tree.inclusionProof(index)).toThrow(RangeError);
    expect(() => tree.inclusionProof(3, 3)).toThrow(RangeError);
    expect(() => tree.root(8)).toThrow(RangeError);
  });
});

/** The vectors' proofs of inclusion; their indices go beyond 2^53, so they are read from the text. */
const inclusionCases = () => {
  const text = readFileSync(vector('rfc9162-inclusion.json'), 'utf8');
  const exact = text.replace(/"(leafIdx|treeSize)": ([0-9]+)/g, '"$1": "$2"');
  const bytes = (base64: string | null): Hash => Buffer.from(base64 ?? '', 'base64');
  const cases: ReadonlyArray<{
    readonly name: string;
    readonly leafIdx: string;
    readonly treeSize: string;
    readonly root: string | null;
    readonly leafHash: string | null;
    readonly proof: ReadonlyArray<string> | null;
    readonly wantErr: boolean;
  }> = JSON.parse(exact);
  return cases.map(({ name, leafIdx, treeSize, root, leafHash: leaf, proof, wantErr }) => ({
    name,
    inclusion: { index: BigInt(leafIdx), size: BigInt(treeSize), root: bytes(root), leaf: bytes(leaf) },
    proof: (proof ?? []).map(bytes),
    holds: !wantErr,
  }));
};

describe.skipIf(!vectorsPresent)('the proofs of inclusion that others wrote', () => {
  const cases = vectorsPresent ? inclusionCases() : [];

  it('are 98, some of which hold', () => {
    expect(cases).toHaveLength(98);
    expect(cases.filter(({ holds }) => holds).length).toBeGreaterThan(3);
  });

  it.each(cases)('hold exactly where they should: $name', ({ inclusion, proof, holds }) => {
    expect(verifyInclusion(inclusion, proof)).toBe(holds);
  });
});

describe.skipIf(!vectorsPresent)('the roots of eight leaves that others computed', () => {
  const page = vectorsPresent ? readFileSync(vector('README.md'), 'utf8') : '';
  const roots = page.match(/^[0-9a-f]{64}$/gm) ?? [];
  const [, listed = ''] = /over the eight leaves \(hex\) (.*), for sizes/.exec(page) ?? [];
  const leaves = [...listed.matchAll(/`"?([0-9a-f]*)"?`/g)].map(([, hexDigits = '']) =>
    Buffer.from(hexDigits, 'hex'),
  );

  it('are those of ours, at every size and also later', () => {
    expect(roots).toHaveLength(9);
    expect(leaves).toHaveLength(8);
    const [tree, frontier] = [new MerkleTree(), new Frontier()];
    for (const [size, root] of roots.entries()) {
      expect([tree.root(), frontier.root()].map(hex)).toEqual([root, root]);
      const leaf = leaves[size];
      if (leaf === undefined) continue;
      tree.append(leafHash(leaf));
      frontier.append(leafHash(leaf));
    }
    expect(roots.map((_, size) => hex(tree.root(size)))).toEqual(roots);
  });
});
