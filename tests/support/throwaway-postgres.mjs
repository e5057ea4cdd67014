import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/** Where Debian and its kin put the programs of each version. */
const debian = '/usr/lib/postgresql';

/** The folders in which PostgreSQL's programs may be: the latest version first. */
const folders = () => [
  ...(process.env.PATH ?? '').split(delimiter),
  ...(existsSync(debian) ? readdirSync(debian) : [])
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debian, version, 'bin')),
];

const programs = () =>
  process.platform === 'win32'
    ? undefined
    : folders().find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));

/** An account that is not root, which PostgreSQL refuses to run as; `undefined` where there is none that can be had. */
const otherAccount = () => {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody') ?? [];
  if (uid === undefined) return undefined;
  const as = { uid: Number(uid), gid: Number(gid) };
  return spawnSync('true', [], as).status === 0 ? as : undefined;
};

/** Whether everybody can come to a folder. */
const isOpen = (folder) =>
  (statSync(folder).mode & 0o001) !== 0 && (folder === dirname(folder) || isOpen(dirname(folder)));

/** What a server of our own is made with, or why none can be had. */
const means = () => {
  const bin = programs();
  if (bin === undefined) return { absent: 'none is installed' };
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? otherAccount() : {};
  if (as === undefined) return { absent: 'it does not run as root, and no other account can be had' };
  // The name of a socket may have some hundred characters, and who runs the server must come to its folder.
  const parent = [tmpdir(), '/tmp'].find(
    (folder) => folder.length < 60 && existsSync(folder) && (!isRoot || isOpen(folder)),
  );
  return parent === undefined ? { absent: 'there is no temporary folder for it' } : { bin, as, parent };
};

/** Why no PostgreSQL can be had for tests; `undefined` where one can. */
export const postgresAbsent = (() => {
  const { absent } = process.env.BURGERNET_TEST_POSTGRES === undefined ? means() : {};
  return absent && `did not run: BURGERNET_TEST_POSTGRES names no PostgreSQL server, and ${absent}`;
})();

const untilReady = async (url, child, log) => {
  for (let waited = 0; ; waited += 50) {
    const client = new pg.Client(url);
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (thrown) {
      if (waited > 60_000 || child.exitCode !== null) {
        child.kill('SIGKILL');
        throw new Error(`PostgreSQL does not start (${thrown}): ${readFileSync(log, 'utf8')}`);
      }
      await setTimeout(50);
    }
  }
};

/**
 * A PostgreSQL server for tests: the one that `BURGERNET_TEST_POSTGRES` names, or one of its own in a
 * temporary folder, reached over a socket there by a user with a password.
 */
export const startPostgres = async () => {
  const named = process.env.BURGERNET_TEST_POSTGRES;
  if (named !== undefined) return { url: named, stop: async () => undefined };
  const { absent, bin, as, parent } = means();
  if (absent !== undefined) throw new Error(absent);
  const folder = mkdtempSync(join(parent, 'burgernet-pg-'));
  const [data, password, log] = ['data', 'password', 'log'].map((name) => join(folder, name));
  const secret = randomBytes(12).toString('hex');
  writeFileSync(password, `${secret}\n`);
  if (as.uid !== undefined) for (const path of [folder, password]) chownSync(path, as.uid, as.gid);
  const options = { ...as, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'tester', '-A', 'scram-sha-256', `--pwfile=${password}`, '-E', 'UTF8', '--no-sync'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error ?? made.stderr}`);
  const output = openSync(log, 'w');
  // What survives the machine is not tested here, so nothing need reach the disk.
  const child = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      data,
      '-k',
      folder,
      '-c',
      'listen_addresses=',
      '-c',
      'fsync=off',
      '-c',
      'timezone=America/New_York',
    ],
    { ...options, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  const ended = once(child, 'exit');
  const url = `postgres://tester:${secret}@${encodeURIComponent(folder)}/postgres`;
  await untilReady(url, child, log);
  return {
    url,
    stop: async () => {
      // Ends connections that are open, and rolls back what they had begun.
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
};
