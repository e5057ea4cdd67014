import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mostUnreadable } from '../../../packages/adapters/src/audit/bundle/layout.js';
import { verifyBundle } from '../../../packages/adapters/src/audit/bundle/verify-bundle.js';
import { expectSentences } from '../../domain/sentences.js';
import { bundleIn, filesOf, putFiles, resealed, testKey } from '../../support/bundle.js';
import { log, uuid } from '../../support/log.js';
import { refused } from '../../support/outcome.js';
import { start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

it('a bundle of more unreadable events than can be kept is refused where they are too many', async () => {
  const [event] = log(start(1));
  if (event === undefined) throw new Error('There is an event.');
  const long = 50_000;
  const events = Array.from({ length: Math.ceil(mostUnreadable / long) + 100 }, (_, revision) => ({
    ...event,
    position: revision + 1,
    revision,
    eventId: uuid(revision + 1),
    type: 'x'.repeat(long),
  }));
  const folder = await bundleIn(join(await temporaryFolder(), 'bundle'), events);
  const fault = await refused(verifyBundle(folder));
  expectSentences(fault);
  if (fault.tag !== 'UnreadableTooMuch') throw new Error(fault.text.en);
  expect(fault.facts.most).toBe(mostUnreadable);
  // The type is kept twice: as it stands, and in the reason, which says that it is unknown.
  expect((fault.facts.position - 1) * 2 * long).toBeLessThanOrEqual(mostUnreadable);
  expect(fault.facts.position * 2 * (long + 500)).toBeGreaterThan(mostUnreadable);
});

it('a bundle of more certificates than can be kept is refused before they are read', async () => {
  const folder = await bundleIn(join(await temporaryFolder(), 'bundle'), log(start(1)));
  const files = await filesOf(folder);
  const certificate = Buffer.alloc(1 << 16, ' ');
  const many = Array.from(
    { length: 1_025 },
    (_, n) => [`certificates/actions-2021-${String(n).padStart(4, '0')}.json`, certificate] as const,
  );
  await putFiles(folder, resealed(new Map([...files, ...many]), testKey));
  // What is no certificate is refused as it comes; the manifest says before that whether all can be held.
  expect(await refused(verifyBundle(folder))).toMatchObject({
    tag: 'FileTooLarge',
    facts: { path: 'certificates/actions-2021-1024.json', most: 0 },
  });
});
