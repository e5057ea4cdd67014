import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type EventStore, openSqlite, readTree, verifyBundle, writeBundle } from '@burgernet/adapters';
import type { StoredEvent } from '@burgernet/domain';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { expect, it } from 'vitest';
import { hashText } from '../../../packages/adapters/src/audit/merkle/hash.js';
import { makeCheckpoint } from '../../../packages/adapters/src/audit/note/checkpoint.js';
import { filesOf, testKey, treeOf } from '../../support/bundle.js';
import { utc } from '../../support/log.js';
import { madeUp } from '../../support/made-up.js';
import { done } from '../../support/outcome.js';
import { describeReal, openReal } from '../../support/real-server.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** A made-up history under a prefix of its own, with texts that are JSON and written as nobody here writes them. */
const historyUnder = (prefix: string): ReadonlyArray<StoredEvent> =>
  madeUp({ seed: 7, events: 300 }).map((event) => ({
    ...event,
    stream: event.stream.replace(/^burgernet/, prefix),
    data: event.position % 10 === 0 ? ` ${JSON.stringify(JSON.parse(event.data), null, 2)}\r\n` : event.data,
  }));

const fill = async (store: EventStore, events: ReadonlyArray<StoredEvent>): Promise<void> => {
  for (const { stream, revision, position: _, ...event } of events)
    await done(
      store.append({ stream, expected: revision === 0 ? 'no-stream' : revision - 1, events: [event] }),
    );
};

describeReal('a log on a real server', () => {
  it('has the root and the bundle that the same events have in a file', { timeout: 120_000 }, async () => {
    const prefix = `test-${randomUUID()}`;
    const folder = await temporaryFolder();
    const events = historyUnder(prefix);
    const stores = {
      file: await done(openSqlite(join(folder, 'store.db'), { mode: 'write' })),
      server: await openReal({ mode: 'write', prefix }),
    };
    const madeOf = async (name: 'file' | 'server') => {
      const store = stores[name];
      await fill(store, events);
      const { tree, close } = await done(readTree(store));
      close();
      const bundle = join(folder, name);
      await done(
        writeBundle(bundle, {
          store,
          prefix,
          key: testKey,
          earlier: [],
          events: events.length,
          last: (root) => TE.right(makeCheckpoint(testKey, events.length, root, utc('2022-01-15T12:00'))),
          certificates: () => [],
        }),
      );
      const { root } = await done(verifyBundle(bundle, { key: testKey.verifier }));
      await store.close();
      return { root, kept: hashText(tree.root()), files: await filesOf(bundle) };
    };
    const [file, server] = [await madeOf('file'), await madeOf('server')];
    const root = hashText(treeOf(events).root());
    expect([file.root, file.kept, server.root, server.kept]).toEqual([root, root, root, root]);
    expect([...server.files]).toEqual([...file.files]);
  });
});
