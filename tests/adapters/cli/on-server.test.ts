import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { log } from '../../support/log.js';
import { MisbehavingServer } from '../../support/misbehaving-server.js';
import { asEntries } from '../../support/on-the-server.js';
import { response, start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';
import { put } from './put.js';
import { running } from './running.js';

const patience = { timeout: 30_000, interval: 20 };

const events = log(start(1), response(1, 70, '112', 'phone'), response(1, 71, 'app', 'app'), start(2));
const entries = asEntries(events);

const serverWith = async () => {
  const server = await MisbehavingServer.start();
  server.put(...entries);
  const cwd = await temporaryFolder();
  const env = { BURGERNET_STORE: server.address };
  const ask = (...args: ReadonlyArray<string>) => burgernet({ cwd, env }, '--lang', 'en', ...args);
  return { server, cwd, env, ask };
};

describe('the command on a store of which a server removed events', () => {
  it('refuses to ask by a position, and says why; by a date it answers', async () => {
    const { server, ask } = await serverWith();
    expect((await ask('figure', 'actions', '--year', '2021', '--at-position', '2', '--json')).status).toBe(0);
    server.scavenged.add(1);
    const refused = await ask('figure', 'actions', '--year', '2021', '--at-position', '2');
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('are missing before its revision 2, so a position no longer tells');
    expect((await ask('report', '--year', '2021', '--at-position', '2')).status).toBe(1);
    const answered = await ask('figure', 'actions', '--year', '2021', '--as-of', '2021-12-31', '--json');
    expect(JSON.parse(answered.stdout)).toMatchObject({ value: 2 });
  });

  it('names in a check what is missing, and what the server leaves out', async () => {
    const { server, ask } = await serverWith();
    server.scavenged.add(0);
    server.put({
      stream: `$$${entries[3]?.stream}`,
      revision: 0,
      id: '00000000-0000-4000-8000-00000000aaaa',
      type: '$metadata',
      data: '{"$maxCount":1}',
      metadata: '',
    });
    const { status, stdout } = await ask('check');
    expect(status).toBe(1);
    expect(stdout).toContain('is the first of its stream that is there, at revision 1');
    expect(stdout).toContain(`${entries[3]?.stream}: the server leaves out events of it ($maxCount 1)`);
  });
});

describe('a proof of what stands on a server', () => {
  it('has the root that the same events have in a file, and is verified like one', async () => {
    const { ask, cwd } = await serverWith();
    const elsewhere = await temporaryFolder();
    await put(elsewhere, events);
    const inFile = (...args: ReadonlyArray<string>) => burgernet({ cwd: elsewhere }, '--lang', 'en', ...args);
    const heads = await Promise.all(
      [ask, inFile].map(async (asked) => {
        const { size, root } = JSON.parse((await asked('audit', 'checkpoint', '--json')).stdout);
        return { size, root };
      }),
    );
    expect(heads[0]).toEqual(heads[1]);
    expect(heads[0]).toMatchObject({ size: events.length });
    expect((await ask('audit', 'export', 'bundle')).status).toBe(0);
    expect(await inFile('audit', 'verify', join(cwd, 'bundle'))).toMatchObject({ status: 0 });
  });
});

describe('burgernet follow on a server', () => {
  it('goes on after the server was lost, says so, and keeps what it read beside itself', async () => {
    const { server, cwd } = await serverWith();
    const following = running(cwd, 'follow', '--lang', 'en', '--store', server.address);
    await following.until(() => expect(following.stderr()).toContain('Everything up to position 4 was read'));
    server.cut('fails');
    await following.until(() => expect(following.stderr()).toContain('The event store is back'));
    server.put(
      ...asEntries(log(start(1), start(2), response(2, 72, '112', 'phone')).slice(2)).map((entry) => ({
        ...entry,
        id: '00000000-0000-4000-8000-00000000bbbb',
      })),
    );
    await following.until(() => expect(following.stdout()).toContain('ResponseReceived'));
    expect(following.stdout()).toContain('112 2021: 1 → 2');
    await vi.waitFor(
      async () => expect((await readdir(cwd)).some((file) => file.endsWith('.models.db'))).toBe(true),
      patience,
    );
    expect(await following.interrupt('SIGTERM')).toBe(0);
  });
});
