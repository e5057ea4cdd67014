import { Instant } from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it } from 'vitest';
import { maySign } from '../../../packages/adapters/src/audit/kept-checkpoints/against-log.js';
import { makeCheckpoint } from '../../../packages/adapters/src/audit/note/checkpoint.js';
import { expectSentences } from '../../domain/sentences.js';
import { otherKey, testKey, treeOf } from '../../support/bundle.js';
import { log } from '../../support/log.js';
import { refused } from '../../support/outcome.js';
import { start } from '../../support/said.js';

const tree = treeOf(log(start(1), start(2), start(3)));
const another = treeOf(log(start(1), start(3), start(2), start(4)));
const made = (size: number, of = tree, key = testKey) =>
  makeCheckpoint(key, size, of.root(size), valid(Instant, '2022-01-15T12:00:00.000Z'));

describe('a log that was signed before', () => {
  it('may be signed again where it still holds what was signed, by the same key', () => {
    for (const kept of [[], [made(1)], [made(1), made(2), made(3)], [made(1, another)]])
      expect(maySign(testKey.verifier, kept, tree)._tag).toBe('Right');
  });

  it('may not where it is shorter or another, or another key signed it, and the first that is wrong is named', async () => {
    for (const [kept, tag, size] of [
      [[made(1), made(4, another)], 'KeptLogTooShort', '4'],
      [[made(1), made(2, another), made(3, another)], 'KeptRootDiffers', '2'],
      [[made(1), made(3, tree, otherKey)], 'KeptNoteRefused', '3'],
    ] as const) {
      const fault = await refused(TE.fromEither(maySign(testKey.verifier, kept, tree)));
      expect(fault).toMatchObject({ tag, facts: { size } });
      expectSentences(fault);
    }
  });
});
