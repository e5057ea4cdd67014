import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openSqlite } from '@burgernet/adapters';
import type { StoredEvent } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';

/** What the module beside Emmett offers. */
interface Emmett {
  readonly fill: (file: string, events: ReadonlyArray<object>) => Promise<void>;
  readonly consume: (file: string, last: number) => Promise<number>;
  readonly aggregate: (file: string) => Promise<number>;
}

const isEmmett = (module: unknown): module is Emmett =>
  typeof module === 'object' &&
  module !== null &&
  ['fill', 'consume', 'aggregate'].every((name) => name in module);

// Compiled, this file stands three folders below the root.
const peers = new URL('../../../tests/benchmarks/peers/', import.meta.url);

/** Installs the peers where they are not there yet. SQLite's binding is compiled, which takes a minute. */
const install = (say: (text: string) => void): void => {
  // npm leaves this list last: an installation that was broken off has none.
  if (existsSync(new URL('node_modules/.package-lock.json', peers))) return;
  say('Installing the peers (once; it compiles for a minute) ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci'], {
    cwd: fileURLToPath(peers),
    stdio: ['ignore', process.stderr.fd, 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error(`The peers cannot be installed: ${error?.message ?? `npm ended with ${status}`}.`);
};

const eventsOf = async (file: string, upTo: number): Promise<ReadonlyArray<object>> => {
  const opened = await openSqlite(file, { mode: 'read' })();
  if (E.isLeft(opened)) throw new Error(opened.left.text.en);
  const events: StoredEvent[] = [];
  await opened.right.replay({ upTo }).forEach((page) => {
    events.push(...page.events);
    page.handled();
  });
  await opened.right.close();
  return events.map(({ type, data, metadata }) => ({
    type,
    data: JSON.parse(data),
    metadata: JSON.parse(metadata),
  }));
};

/**
 * Emmett with the first events of a history in a file of its own.
 *
 * @param from file of our event store
 * @param to file of Emmett's, which is not there yet
 */
export const emmettWith = async (from: string, to: string, events: number, say: (text: string) => void) => {
  install(say);
  const module: unknown = await import(new URL('emmett.mjs', peers).href);
  if (!isEmmett(module)) throw new TypeError('peers/emmett.mjs is not what it should be.');
  await module.fill(to, await eventsOf(from, events));
  const whole = (count: number): number => {
    if (count !== events) throw new Error(`${count} events of ${events} came to Emmett.`);
    return count;
  };
  return {
    consume: async () => whole(await module.consume(to, events)),
    aggregate: async () => whole(await module.aggregate(to)),
  };
};
