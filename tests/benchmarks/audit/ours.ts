import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  certifyAll,
  createKeyFile,
  makeCheckpoint,
  openSqlite,
  readThrough,
  verifyBundle,
  writeBundle,
} from '@burgernet/adapters';
import { domainRegistry, Instant } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { certain } from '../history/certain.js';

const done = async <A>(work: TaskEither<{ readonly text: { readonly en: string } }, A>): Promise<A> => {
  const outcome = await work();
  if (E.isLeft(outcome)) throw new Error(outcome.left.text.en);
  return outcome.right;
};

/** Runs work, and gives how many microseconds it took for each of the events that it says it handled. */
const timed = async (work: () => Promise<number>): Promise<number> => {
  const start = process.hrtime.bigint();
  const events = await work();
  return Number(process.hrtime.bigint() - start) / 1e3 / events;
};

const madeAt = certain(Instant, '2031-01-15T12:00:00.000Z');

/** Writes and verifies the bundle of a history in a folder; each time gives microseconds an event. */
export const bundling = async (folder: string, history: string) => {
  const key = await done(createKeyFile(join(folder, 'key'), 'example.org/benchmark'));
  const bundle = join(folder, 'bundle');
  const written = async (): Promise<number> => {
    const store = await done(openSqlite(history, { mode: 'read' }));
    const { models, close } = await done(
      readThrough(store, { registry: domainRegistry(), file: join(folder, 'models.db') }),
    );
    const events = models.position;
    await done(
      writeBundle(bundle, {
        store,
        key,
        earlier: [],
        events,
        last: (root) => TE.right(makeCheckpoint(key, events, root, madeAt)),
        certificates: (root) => certifyAll(models, root, ['latest']),
      }),
    );
    close();
    await store.close();
    return events;
  };
  return {
    events: join(bundle, 'events.ndjson'),
    write: async (): Promise<number> => {
      await rm(bundle, { recursive: true, force: true });
      return timed(written);
    },
    verify: (): Promise<number> => timed(async () => (await done(verifyBundle(bundle))).manifest.events),
  };
};
