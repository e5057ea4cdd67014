import { join } from 'node:path';
import { type CommandRequest, memoryStore, openSqlite } from '@burgernet/adapters';
import type { StoredEvent } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { peakOf } from '../measuring/alone.js';
import type { Benchmark } from '../measuring/benchmark.js';
import { inTurn } from '../measuring/in-turn.js';
import { inTemporaryFolder } from '../measuring/temporary-folder.js';
import { bareTable } from './bare.js';
import { commandsFrom, runnerOn } from './commands.js';

/** The rows that commands write, for whoever inserts them without deciding anything. */
const rowsOf = async (requests: ReadonlyArray<CommandRequest>): Promise<ReadonlyArray<StoredEvent>> => {
  const store = memoryStore();
  await runnerOn(store)(requests);
  const rows: StoredEvent[] = [];
  await store.replay().forEach(({ events, handled }) => {
    rows.push(...events);
    handled();
  });
  return rows;
};

const rounds = 7;

/**
 * A command that writes one event, durable in an SQLite file before the next, on streams of one to ten
 * events that grow beside each other. The bound is the insertion of the same rows by SQL, as durable.
 */
export const appendBenchmark: Benchmark = async ({ events = 50_000, seed, say }) =>
  inTemporaryFolder(async (folder) => {
    const each = Math.max(10, Math.floor(events / rounds / 10) * 10);
    // In turn each runs once more on some, before it is measured.
    const requests = commandsFrom(seed, (each + Math.min(each, 20_000)) * rounds);
    const rows = await rowsOf(requests);
    const file = join(folder, 'store.db');
    const opened = await openSqlite(file, { mode: 'write' })();
    if (E.isLeft(opened)) throw new Error(opened.left.text.en);
    const bare = bareTable(join(folder, 'bare.db'), file);
    say(`Measuring, ${bare.durability} ...`);
    const run = runnerOn(opened.right);
    let [ours, theirs] = [0, 0];
    const rate = await inTurn(
      {
        ours: async (count: number) => {
          await run(requests.slice(ours, ours + count));
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
        rssMiB: await peakOf(new URL('alone.js', import.meta.url), join(folder, 'alone.db'), each, seed),
        seed,
        node: process.version,
      },
    ];
  });
