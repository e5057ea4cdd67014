import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { status } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { log, utc } from '../../support/log.js';
import { MisbehavingServer } from '../../support/misbehaving-server.js';
import { asEntries } from '../../support/on-the-server.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';
import { demoFolder } from './demo-store.js';
import { put } from './put.js';

const there = demoFolder();

const exported = async (cwd: string): Promise<string> => {
  const { status, stdout } = await burgernet({ cwd }, 'export');
  expect(status).toBe(0);
  return stdout;
};

/** The first events of the demo's history, read back from its export. */
const firstOfDemo = async (howMany: number) =>
  (await exported(there.folder))
    .split('\n')
    .slice(0, howMany)
    .map((line) => {
      const { data, metadata, ...envelope } = JSON.parse(line);
      return { ...envelope, data: JSON.stringify(data), metadata: JSON.stringify(metadata) };
    });

const another = log({
  of: 1,
  at: '2023-05-14T18:03',
  event: {
    type: 'ActionStarted',
    data: {
      region: 'limburg',
      status: 'actual',
      touched: [],
      channels: [],
      startedAt: utc('2023-05-14T18:03'),
      runsUntil: utc('2023-05-14T19:03'),
      supportsNlAlert: false,
    },
  },
});

describe('the demo', () => {
  it('prints the report of 2021 with both percentages, and writes the page beside the store', async () => {
    const { status, stdout, stderr } = there.demo;
    expect(status).toBe(0);
    expect(stdout).toMatch(/61 of 793 = 7\.7 % +100 of 793 = 12\.6 %/);
    expect(stderr).toMatch(/imported/);
    expect((await readdir(there.folder)).filter((name) => name.endsWith('.html'))).toEqual(['report.html']);
    expect(await readFile(join(there.folder, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });

  it('names the store nowhere in what it prints and draws', async () => {
    const page = await readFile(join(there.folder, 'report.html'), 'utf8');
    for (const shown of [there.demo.stdout, there.demo.stderr, page])
      expect(shown).not.toMatch(/burgernet\.db|sqlite/i);
  });

  it('changes nothing the second time, and says the same', async () => {
    const before = await exported(there.folder);
    const again = await burgernet({ cwd: there.folder }, 'demo');
    expect(again.stdout).toBe(there.demo.stdout);
    expect(again.stderr).not.toMatch(/imported/);
    expect(await exported(there.folder)).toBe(before);
  });

  it('completes a history that was half imported, also one that was stopped inside a stream', async () => {
    const whole = await exported(there.folder);
    for (const howMany of [1, 2_500, 6_400]) {
      const cwd = await temporaryFolder();
      await put(cwd, await firstOfDemo(howMany));
      const { status, stdout, stderr } = await burgernet({ cwd }, 'demo');
      expect({ status, stdout }).toEqual({ status: 0, stdout: there.demo.stdout });
      expect(stderr).toMatch(/complete now/);
      expect(await exported(cwd)).toBe(whole);
    }
  });

  it('goes on with a history that was half imported on a server too', async () => {
    const server = await MisbehavingServer.start();
    server.put(...asEntries(await firstOfDemo(2)));
    server.mischief.append = (_, call) => void call.emit('error', { code: status.PERMISSION_DENIED });
    const env = { BURGERNET_STORE: server.address };
    const ended = await burgernet({ cwd: await temporaryFolder(), env }, '--lang', 'en', 'demo');
    expect(ended).toMatchObject({ status: 3, stdout: '' });
    expect(ended.stderr).toContain('does not let this user do that');
    expect(server.appends).toBe(1);
  });

  it('reports on a store with another history as it is, and says so', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, another);
    const before = await exported(cwd);
    const { status, stdout, stderr } = await burgernet({ cwd }, 'demo');
    expect(status).toBe(0);
    expect(stderr).toMatch(/another history/);
    expect(stdout).toMatch(/Limburg 2023/);
    expect(await exported(cwd)).toBe(before);
  });

  it('keeps what was added to its history since', async () => {
    const cwd = await temporaryFolder();
    await burgernet({ cwd }, 'demo', '--quiet');
    await put(cwd, another);
    const before = await exported(cwd);
    const { status, stderr } = await burgernet({ cwd }, 'demo');
    expect({ status, another: /another history/.test(stderr) }).toEqual({ status: 0, another: false });
    expect(await exported(cwd)).toBe(before);
  });

  it('prints the report in JSON and nothing else where that is asked', async () => {
    const { status, stdout, stderr } = await burgernet({ cwd: there.folder }, 'demo', '--json', '--quiet');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ year: 2021, region: 'midden-nederland', quarantined: 0 });
  });

  it('is the same history to the byte in every time zone and language', async () => {
    const whole = await exported(there.folder);
    for (const env of [
      { TZ: 'America/Los_Angeles', LANG: 'nl_NL.UTF-8' },
      { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' },
      { TZ: 'Australia/Lord_Howe', LANG: 'C' },
    ]) {
      const cwd = await temporaryFolder();
      expect((await burgernet({ cwd, env }, 'demo')).status).toBe(0);
      const { stdout } = await burgernet({ cwd, env }, 'export');
      expect(stdout).toBe(whole);
    }
  });

  it('acts as the system: another role is refused', async () => {
    const cwd = await temporaryFolder();
    const { status, stderr } = await burgernet({ cwd }, 'demo', '--as', 'dispatcher:Jan');
    expect(status).toBe(1);
    expect(stderr).toMatch(/system/);
    expect(await readdir(cwd)).toEqual([]);
  });
});
