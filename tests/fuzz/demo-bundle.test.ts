import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BundleFault } from '../../packages/adapters/src/audit/bundle/bundle-fault.js';
import { verifyBundle } from '../../packages/adapters/src/audit/bundle/verify-bundle.js';
import { burgernet } from '../adapters/cli/burgernet.js';
import { demoFolder } from '../adapters/cli/demo-store.js';
import { expectSentences } from '../domain/sentences.js';
import { type Files, filesOf } from '../support/bundle.js';
import { done } from '../support/outcome.js';
import { changedBytes, placeIn } from './damage.js';

/** `npm run test:fuzz -- --rounds N --seed S`; with `npm test` a few of the thousand that the demo is held to. */
const wanted = process.env['BURGERNET_FUZZ_ROUNDS'];
const seed = process.env['BURGERNET_FUZZ_SEED'];
const rounds = wanted === undefined ? 60 : Number(wanted);

/** The line of a place in a file, from 1. */
const lineOf = (bytes: Buffer, at: number): number =>
  bytes.subarray(0, at).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1);

/** Whether what is said names what was changed: the file, and of the events the one that it is in. */
const isNamed = (fault: BundleFault, path: string, line: number): boolean => {
  if (path !== 'events.ndjson') return fault.text.en.includes(path);
  switch (fault.tag) {
    case 'EventMalformed':
    case 'EventDiffers':
      return fault.facts.position === line;
    case 'EventOutOfPlace':
      return fault.facts.expected === line;
    default:
      return fault.text.en.includes(path);
  }
};

describe('the bundle of the demo store', () => {
  const there = demoFolder();
  let folder: string;
  let whole: Files;
  beforeAll(async () => {
    const exported = await burgernet(
      { cwd: there.folder },
      'audit',
      'export',
      'bundle',
      '--as-of',
      '2021-12-31',
    );
    expect(exported.status).toBe(0);
    folder = join(there.folder, 'bundle');
    await done(verifyBundle(folder));
    whole = await filesOf(folder);
  });

  it('does not hold with any single byte changed, and the file or event is named', {
    timeout: 60_000 + rounds * 2_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(changedBytes, async (change) => {
        const { path, bytes, at } = placeIn(whole, change);
        const altered = Buffer.from(bytes);
        altered[at] = (bytes[at] ?? 0) ^ change.flips;
        await writeFile(join(folder, path), altered);
        const verdict = await verifyBundle(folder)();
        await writeFile(join(folder, path), bytes);
        if (verdict._tag === 'Right') throw new Error(`Not found: byte ${at} of ${path}.`);
        expectSentences(verdict.left);
        if (!isNamed(verdict.left, path, lineOf(bytes, at)))
          throw new Error(`Wrong is byte ${at} of ${path}, but: ${verdict.left.text.en}`);
      }),
      { numRuns: rounds, ...(seed === undefined ? {} : { seed: Number(seed) }) },
    );
    await done(verifyBundle(folder));
  });
});
