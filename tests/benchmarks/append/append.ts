import { join } from 'node:path';
import { memoryStore, openSqlite } from '@burgernet/adapters';
import type { StoredEvent } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { peakOf } from '../measuring/alone.js';
import type { Benchmark } from '../measuring/benchmark.js';
import { inTurn } from '../measuring/in-turn.js';
import { inTemporaryFolder } from '../measuring/temporary-folder.js';
import { bareTable } from './bare.js';
import { requestsFrom, runAll, runCommands } from './commands.js';

/** The rows that commands write, for whoever inserts them without deciding anything. */
const rowsOf = async (count: number): Promise<ReadonlyArray<StoredEvent>> => {
  const store = memoryStore();
  await runCommands(store, 0, count);
  const rows: StoredEvent[] = [];
  await store.replay().forEach(({ events, handled }) => {
    rows.push(...events);
    handled();
  });
  return rows;
};

const rounds = 7;

/**
 * A command that writes one event, durable in an SQLite file before the next, on streams of up to ten
 * events. The bound is the insertion of the same rows by SQL, as durable.
 */
export const appendBenchmark: Benchmark = async ({ events = 10_000, seed, say }) =>
  inTemporaryFolder(async (folder) => {
    const each = Math.max(10, Math.floor(events / rounds / 10) * 10);
    // In turn each runs once more on some, before it is measured.
    const rows = await rowsOf((each + Math.min(each, 20_000)) * rounds);
    const file = join(folder, 'store.db');
    const opened = await openSqlite(file, { mode: 'write' })();
    if (E.isLeft(opened)) throw new Error(opened.left.text.en);
    await runCommands(opened.right, rows.length, 10);
    const bare = bareTable(join(folder, 'bare.db'), file);
    say(`Measuring, ${bare.durability} ...`);
    const requests = requestsFrom(0, rows.length);
    let [ours, theirs] = [0, 0];
    const rate = await inTurn(
      {
        ours: async (count: number) => {
          await runAll(opened.right, requests.slice(ours, ours + count));
          ours += count;
          return count;
        },
        bound: async (count: number) => {
          bare.insert(rows.slice(theirs, theirs + count));
          theirs += count;
          return count;
        },
      },
      each,
      rounds,
    );
    bare.close();
    await opened.right.close();
    return [
      {
        name: 'append',
        events: each * rounds,
        ours: rate('ours'),
        bound: rate('bound'),
        ratio: rate('ours') / rate('bound'),
        peers: {},
        rssMiB: await peakOf(new URL('alone.js', import.meta.url), join(folder, 'alone.db'), each),
        seed,
        node: process.version,
      },
    ];
  });
