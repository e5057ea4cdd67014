import { canonicalJson } from '@burgernet/adapters';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafHash } from '../../../packages/adapters/src/audit/merkle/hash.js';
import { makeCheckpoint } from '../../../packages/adapters/src/audit/note/checkpoint.js';
import { vkeyText } from '../../../packages/adapters/src/audit/note/key.js';
import { proveEvent, verifyEventProof } from '../../../packages/adapters/src/audit/proof/event-proof.js';
import { expectSentences } from '../../domain/sentences.js';
import { otherKey, testKey, treeOf } from '../../support/bundle.js';
import { utc } from '../../support/log.js';
import { madeUp } from '../../support/made-up.js';
import { runs } from '../../support/runs.js';

const events = madeUp({ seed: 5, events: 40 });
const tree = treeOf(events);
const proofOf = (index: number, size: number) => {
  const event = events[index];
  if (event === undefined) throw new Error(`No event ${index}.`);
  const checkpoint = makeCheckpoint(testKey, size, tree.root(size), utc('2022-01-15T12:00'));
  return proveEvent(tree, checkpoint, testKey.verifier, event);
};
const tagOf = (value: unknown, key = testKey.verifier): string => {
  const verified = verifyEventProof(value, key);
  if (verified._tag === 'Right') return 'holds';
  expectSentences(verified.left);
  return verified.left.tag;
};

describe('the proof of an event', () => {
  it('holds by itself, of any event of any log', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        const size = 1 + (a % events.length);
        const proof = JSON.parse(canonicalJson(proofOf(b % size, size)));
        expect(verifyEventProof(proof, testKey.verifier)).toMatchObject({
          right: { head: { size: BigInt(size) } },
        });
        expect(verifyEventProof(proof)).toMatchObject({ right: { proof } });
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it('holds of nothing else', () => {
    const proof = proofOf(7, 30);
    const other = proofOf(8, 30);
    expect(tagOf({ ...proof, leaf: other.leaf })).toBe('NotIncluded');
    expect(tagOf({ ...proof, index: 8 })).toBe('NotIncluded');
    expect(tagOf({ ...proof, checkpoint: proofOf(7, 31).checkpoint })).toBe('NotIncluded');
    expect(tagOf({ ...proof, inclusion: proof.inclusion.slice(1) })).toBe('NotIncluded');
    expect(tagOf(proof, otherKey.verifier)).toBe('NotSignedBy');
    expect(tagOf({ ...proof, checkpoint: proof.checkpoint.replace('\n30\n', '\n29\n') })).toBe(
      'SignatureWrong',
    );
    const named = { ...proof, key: vkeyText(otherKey.verifier) };
    expect(verifyEventProof(named)).toMatchObject({ left: { tag: 'NotSignedBy' } });
  });

  it.each([
    ['nothing', null],
    ['something more', { ...proofOf(1, 2), more: 1 }],
    ['a hash of another length', { ...proofOf(1, 2), inclusion: ['AAAA'] }],
    [
      'more hashes than any tree is high',
      { ...proofOf(1, 2), inclusion: Array(65).fill(Buffer.from(leafHash('')).toString('base64')) },
    ],
  ])('is refused where it holds %s', (_, value) => {
    expect(tagOf(value)).toBe('ProofMalformed');
  });

  it('is refused where its checkpoint or key is none', () => {
    expect(tagOf({ ...proofOf(1, 2), checkpoint: 'x' })).toBe('NoteMalformed');
    expect(verifyEventProof({ ...proofOf(1, 2), key: 'x' })).toMatchObject({ left: { tag: 'KeyMalformed' } });
  });
});
