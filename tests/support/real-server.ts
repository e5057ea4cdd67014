import {
  type EventStore,
  openEventStoreDb,
  parseStoreUrl,
  type ServerStoreOptions,
} from '@burgernet/adapters';
import { describe } from 'vitest';
import { done } from './outcome.js';

/**
 * The connection string of an EventStoreDB server for tests, in `BURGERNET_TEST_ESDB`. They write streams
 * under prefixes of their own, and one has it scavenge; never name a server that holds anything of value.
 */
export const realServer = process.env['BURGERNET_TEST_ESDB'];

/** Opens a store on that server. */
export const openReal = async (options: ServerStoreOptions): Promise<EventStore> => {
  const address = parseStoreUrl(realServer ?? '');
  if (address._tag === 'Left' || address.right.scheme !== 'esdb')
    throw new Error('BURGERNET_TEST_ESDB is no connection string of an EventStoreDB server.');
  return done(openEventStoreDb(address.right.server, options));
};

/** Tests that need a real server; without one the run shows them as skipped, and why. */
export const describeReal = (name: string, tests: () => void): void => {
  if (realServer === undefined)
    describe.skip(`${name} (did not run: BURGERNET_TEST_ESDB names no EventStoreDB server)`, tests);
  else describe(name, tests);
};
