import { randomUUID } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import { municipalities } from '../history/municipalities.js';
import { peakOnServer } from '../measuring/alone.js';
import type { Benchmark } from '../measuring/benchmark.js';
import { inTurn } from '../measuring/in-turn.js';
import { NoResult } from '../measuring/no-result.js';
import { fill } from './fill.js';
import { catchUp, openServer } from './ours.js';

/** Every event of a server, read by the client's own loop; nothing is parsed or kept. */
const readAll = async (url: string): Promise<number> => {
  const client = EventStoreDBClient.connectionString(url);
  let events = 0;
  for await (const { event } of client.readAll()) if (event !== undefined) events += 1;
  await client.dispose();
  return events;
};

/**
 * A real EventStoreDB into all read models, every event validated. The bound is the client's `readAll` in a
 * loop that counts. Both read all that the server holds: give it an empty one.
 */
export const catchUpBenchmark: Benchmark = async ({ events = 100_000, seed, say, server }) => {
  if (server === undefined)
    throw new NoResult(
      'catch-up did not run: name an EventStoreDB server with --store esdb://HOST:PORT, or in BURGERNET_TEST_ESDB.',
    );
  const prefix = `bench-${randomUUID().slice(0, 8)}`;
  const store = await openServer(server, 'write', prefix);
  say(`Writing ${events.toLocaleString('en')} events from seed ${seed} to the server ...`);
  const written = await fill(store, { seed, events, municipalities }, prefix);
  await store.close();
  const ours = async (): Promise<number> => {
    const handled = await catchUp(server, prefix);
    if (handled !== written) throw new Error(`${handled} events of ${written} came.`);
    return handled;
  };
  say('Measuring ...');
  const rate = await inTurn({ ours, bound: () => readAll(server) }, written, 5);
  return [
    {
      name: 'catch-up',
      events: written,
      ours: rate('ours'),
      bound: rate('bound'),
      ratio: rate('ours') / rate('bound'),
      peers: {},
      rssMiB: await peakOnServer(server, new URL('alone.js', import.meta.url), prefix),
      seed,
      node: process.version,
    },
  ];
};
