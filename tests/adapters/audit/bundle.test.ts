import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredEvent } from '@burgernet/domain';
import { damagedHistories, histories } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyBundle } from '../../../packages/adapters/src/audit/bundle/verify-bundle.js';
import { writeBundle } from '../../../packages/adapters/src/audit/bundle/write-bundle.js';
import { expectSentences } from '../../domain/sentences.js';
import { bundleIn, contentOf, filesOf, otherKey, testKey, treeOf } from '../../support/bundle.js';
import { log } from '../../support/log.js';
import { done, refused } from '../../support/outcome.js';
import { runs } from '../../support/runs.js';
import { marked, reach, response, start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const events = log(
  start(1),
  start(2),
  marked(1, '2021-05-14T18:30'),
  response(2, 70, '112', 'phone'),
  reach(1, 100, 'portal'),
  marked(2, '2021-05-20T12:00', { line: '112' }),
);
const figures = [
  ['success.portal'],
  ['success.full'],
  ['success.full', { year: 2021, month: 5 }, 3],
  ['reach.app'],
] as const;
const bundle = async (name = 'bundle') =>
  bundleIn(join(await temporaryFolder(), name), events, { sizes: [0, 3], figures });

describe('a bundle', () => {
  it('is verified, and says who made it, over which events', async () => {
    const folder = await bundle();
    const told: number[] = [];
    const verified = await done(verifyBundle(folder, { onProgress: (at) => told.push(at.events) }));
    expect(verified).toMatchObject({
      key: testKey.verifier,
      root: Buffer.from(treeOf(events).root()).toString('base64'),
      quarantined: 0,
      manifest: { events: 6, prefix: 'burgernet', checkpoints: [{ size: 0 }, { size: 3 }, { size: 6 }] },
    });
    expect(verified.certificates.map(({ certificate }) => certificate.figure).sort()).toEqual(
      figures.map(([name]) => name).sort(),
    );
    await done(verifyBundle(folder, { key: testKey.verifier }));
  });

  it('is verified of any history, also of one that cannot be read', async () => {
    const folder = await temporaryFolder();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(histories(), damagedHistories()),
        fc.array(fc.nat(), { maxLength: 3 }),
        async ({ stored }, cuts) => {
          const sizes = cuts.map((cut) => cut % (stored.length + 1));
          const asked = sizes.map((size) => ['success.full', { year: 2021 }, size] as const);
          const into = join(folder, String(run++));
          await bundleIn(into, stored, { sizes, figures: [...asked, ['actions']] });
          const verified = await done(verifyBundle(into));
          expect(verified.manifest.events).toBe(stored.length);
        },
      ),
      { numRuns: Math.ceil(runs / 20) },
    );
  });

  it('is the same to the byte whenever it is made of the same', async () => {
    const [one, other] = [await filesOf(await bundle()), await filesOf(await bundle())];
    expect([...one]).toEqual([...other]);
    expect([...one.keys()].filter((path) => !path.startsWith('cert'))).toEqual([
      'checkpoints/0.txt',
      'checkpoints/3.txt',
      'checkpoints/6.txt',
      'definitions.json',
      'events.ndjson',
      'leaves.bin',
      'manifest.json',
      'manifest.sig',
    ]);
  });

  it('may be of a log without events', async () => {
    const folder = await bundleIn(join(await temporaryFolder(), 'empty'), []);
    expect(await done(verifyBundle(folder))).toMatchObject({ manifest: { events: 0 } });
  });

  it('holds events that a line or a leaf cannot hold as they are', async () => {
    const [event] = events;
    if (event === undefined) throw new Error('There is an event.');
    const odd = [
      '{ "a" : 1 }',
      '{"a":1,"a":2}',
      'no JSON',
      '',
      '{\n}',
      ' {}',
      '1e400',
      '"\\ud800"',
      `"${'x'.repeat(2_000_000)}"`,
    ].map(
      (data, index): StoredEvent => ({
        ...event,
        position: index + 1,
        revision: index,
        data,
        type: 'é\u2028',
      }),
    );
    const folder = await bundleIn(join(await temporaryFolder(), 'odd'), odd, { figures: [['actions']] });
    expect(await done(verifyBundle(folder))).toMatchObject({ quarantined: odd.length });
  });

  it('is not written over anything, and nothing is left of one that was not written', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'there'), 'something');
    const taken = await refused(writeBundle(folder, contentOf(events)));
    const onFile = await refused(writeBundle(join(folder, 'there'), contentOf(events)));
    const nowhere = await refused(writeBundle(join(folder, 'no', 'where'), contentOf(events)));
    expect([taken, onFile, nowhere].map(({ tag }) => tag)).toEqual([
      'FolderTaken',
      'FolderTaken',
      'FolderUnusable',
    ]);
    for (const fault of [taken, onFile, nowhere]) expectSentences({ facts: {}, ...fault });
    expect(await readdir(folder)).toEqual(['there']);
  });

  it('is not written of a log that is not the one a checkpoint was signed over', async () => {
    const folder = join(await temporaryFolder(), 'bundle');
    const content = contentOf(events, { sizes: [3] });
    const changed = events.map((event) =>
      event.position === 2 ? { ...event, recordedAt: '2021-05-14T18:04:00.000Z' } : event,
    );
    const altered = { ...content, store: contentOf(changed).store };
    const shortened = { ...content, store: contentOf(events.slice(0, 4)).store };
    const others = { ...content, last: contentOf(events, { key: otherKey }).last };
    expect(await refused(writeBundle(folder, altered))).toMatchObject({
      tag: 'RootDiffers',
      facts: { path: 'checkpoints/3.txt', size: 3 },
    });
    expect(await refused(writeBundle(folder, shortened))).toMatchObject({
      tag: 'LogTooShort',
      facts: { path: 'checkpoints/6.txt', expected: 6, found: 4 },
    });
    expect(await refused(writeBundle(folder, others))).toMatchObject({
      tag: 'NoteRefused',
      facts: { path: 'checkpoints/6.txt', fault: { tag: 'NotSignedBy' } },
    });
    expect(await readdir(join(folder, '..'))).toEqual([]);
  });
});
