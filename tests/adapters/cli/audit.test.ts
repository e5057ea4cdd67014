import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyEventProof } from '@burgernet/adapters';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { log } from '../../support/log.js';
import { marked, response, start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet, burgernets } from './burgernet.js';
import { put } from './put.js';

const events = log(start(1), start(2), marked(1, '2021-05-15T09:12', { line: '112' }));
const later = log(start(1), start(2), marked(1, '2021-05-15T09:12'), response(2, 70, '112', 'phone')).slice(
  3,
);

const storeIn = async (cwd: string) => {
  await put(cwd, events);
  const ask = (...args: ReadonlyArray<string>) => burgernet({ cwd }, '--lang', 'en', ...args);
  return { cwd, ask };
};
const store = async () => storeIn(await temporaryFolder());

describe('burgernet audit', () => {
  let cwd: string;
  let ask: Awaited<ReturnType<typeof storeIn>>['ask'];
  let key: string;
  beforeAll(async () => {
    ({ cwd, ask } = await storeIn(await mkdtemp(join(tmpdir(), 'burgernet-'))));
    key = (await ask('audit', 'key', '--name', 'example.org/a-log')).stdout.trim();
    expect((await ask('audit', 'export', 'older', '--as-of', '2021-05-14')).status).toBe(0);
    await put(cwd, later);
    expect((await ask('audit', 'export', 'newer')).status).toBe(0);
  });

  afterAll(() => rm(cwd, { recursive: true, force: true, maxRetries: 10 }));

  it('makes a key that only its owner may read, and shows the half that everybody may have', async () => {
    expect(key).toMatch(/^example\.org\/a-log\+[0-9a-f]{8}\+/);
    const file = await stat(join(cwd, 'burgernet.key'));
    if (process.platform !== 'win32') expect(file.mode & 0o077).toBe(0);
    expect((await ask('audit', 'key')).stdout.trim()).toBe(key);
  });

  it('exports a bundle that is verified by the key, and by no other', async () => {
    const held = await ask('audit', 'verify', 'older', '--key', key, '--json');
    expect(held.status).toBe(0);
    expect(JSON.parse(held.stdout)).toMatchObject({ events: 3, isSignerChecked: true, quarantined: 0 });
    const unchecked = await ask('audit', 'verify', 'older');
    expect(unchecked.stdout).toContain('The signer was not checked');
    const elsewhere = await store();
    const other = (await elsewhere.ask('audit', 'key')).stdout.trim();
    expect((await ask('audit', 'verify', 'older', '--key', other)).status).toBe(1);
    expect((await ask('audit', 'verify', 'older', '--key', 'no key')).status).toBe(2);
    expect((await ask('audit', 'verify', 'nowhere')).status).toBe(1);
  });

  it('names the first event that was altered', async () => {
    const elsewhere = await store();
    await elsewhere.ask('audit', 'export', 'bundle');
    const file = join(elsewhere.cwd, 'bundle', 'events.ndjson');
    await writeFile(file, (await readFile(file, 'utf8')).replace('missing-person', 'burglary-home'));
    const { status, stdout, stderr } = await elsewhere.ask('audit', 'verify', 'bundle');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`Event "${events[0]?.eventId}" at position 1`);
  });

  it('says whether a bundle begins with all events of an older one', async () => {
    const goesOn = await ask('audit', 'compare', 'older', 'newer', '--key', key, '--json');
    expect([goesOn.status, JSON.parse(goesOn.stdout)]).toEqual([0, { tag: 'GoesOn', added: 1 }]);
    const parts = await ask('audit', 'compare', 'newer', 'older');
    expect(parts.status).toBe(1);
    expect(parts.stdout).toContain('part at position 4');
  });

  it('signs the same log once, and a log that has grown again', async () => {
    const elsewhere = await store();
    const first = await elsewhere.ask('audit', 'checkpoint');
    const again = await elsewhere.ask('audit', 'checkpoint');
    expect(again.stdout).toBe(first.stdout);
    expect(again.stderr).toContain('Nothing was added to the log');
    await put(elsewhere.cwd, later);
    expect((await elsewhere.ask('audit', 'checkpoint')).stdout).not.toBe(first.stdout);
  });

  it('signs nothing more over a log that is not, or no longer, the one it signed before', async () => {
    const elsewhere = await store();
    await elsewhere.ask('audit', 'checkpoint');
    const kept = await readFile(join(elsewhere.cwd, 'burgernet.checkpoints'));
    const signing = [
      ['checkpoint'],
      ['prove', String(events[0]?.eventId)],
      ['certify', 'actions', '--year', '2021'],
      ['export', 'bundle'],
    ];
    const others = log(start(1), start(2), marked(1, '2021-05-15T09:13', { line: '112' }), start(3));
    for (const [history, expected] of [
      [events.slice(0, 2), 'The log holds 2 events'],
      [others, 'The first 3 events are not those'],
    ] as const) {
      await rm(join(elsewhere.cwd, 'burgernet.db'));
      await put(elsewhere.cwd, history);
      const ended = await burgernets(
        { cwd: elsewhere.cwd },
        signing.map((asked) => ['--lang', 'en', 'audit', ...asked]),
      );
      expect(ended.map(({ status, stdout }) => [status, stdout])).toEqual(signing.map(() => [1, '']));
      for (const { stderr } of ended) expect(stderr).toContain(expected);
      expect(await readFile(join(elsewhere.cwd, 'burgernet.checkpoints'))).toEqual(kept);
    }
  });

  it('says of an answer as of a date how far it is proven', async () => {
    const elsewhere = await store();
    const { name } = JSON.parse((await elsewhere.ask('audit', 'key', '--json')).stdout);
    await elsewhere.ask('audit', 'checkpoint');
    await put(elsewhere.cwd, later);
    const answer = async (...args: ReadonlyArray<string>) =>
      JSON.parse((await elsewhere.ask(...args, '--year', '2021', '--json')).stdout).proven;
    const then = ['--as-of', '2021-12-31'];
    const afterwards = ['--as-of', '2999-12-31'];
    for (const asked of [['figure', 'actions'], ['explain', 'actions'], ['report']]) {
      expect(await answer(...asked)).toBeUndefined();
      expect(await answer(...asked, ...then)).toEqual({ by: 'operator-clock' });
      const covered = { by: 'checkpoint', size: 3, key: name };
      expect(await answer(...asked, ...afterwards)).toMatchObject({ ...covered, beyond: 1 });
      expect(await answer(...asked, '--at-position', '3')).toMatchObject({ ...covered, beyond: 0 });
      const said = (await elsewhere.ask(...asked, '--year', '2021', ...then)).stdout;
      expect(said).toContain('Not proven: there was no checkpoint then');
      expect((await elsewhere.ask(...asked, '--year', '2021')).stdout).not.toMatch(/proven\b/i);
    }
    await writeFile(join(elsewhere.cwd, 'burgernet.checkpoints'), 'no checkpoint\n');
    const unread = await elsewhere.ask('figure', 'actions', '--year', '2021', ...afterwards);
    expect([unread.status, unread.stdout]).toEqual([0, expect.stringContaining('Not proven')]);
    expect(unread.stderr).toContain('Line 1 of burgernet.checkpoints is no checkpoint');
  });

  it('proves by itself that an event is in the log', async () => {
    const { status, stdout } = await ask('audit', 'prove', String(events[1]?.eventId));
    expect(status).toBe(0);
    const proof = verifyEventProof(JSON.parse(stdout));
    expect(proof._tag).toBe('Right');
    expect(stdout).toContain(String(events[1]?.eventId));
    expect((await ask('audit', 'prove', 'ffffffff')).status).toBe(1);
    await writeFile(join(cwd, 'proof.json'), stdout);
    const held = await ask('audit', 'verify', 'proof.json', '--key', key, '--json');
    expect([held.status, JSON.parse(held.stdout)]).toMatchObject([0, { position: 2, isSignerChecked: true }]);
    expect((await ask('audit', 'verify', 'proof.json')).stdout).toContain('The signer was not checked');
    for (const wrong of [stdout.replace('"index":1', '"index":2'), stdout.slice(0, 100), '[]', '']) {
      await writeFile(join(cwd, 'wrong.json'), wrong);
      expect(await ask('audit', 'verify', 'wrong.json')).toMatchObject({ status: 1, stdout: '' });
    }
  });

  it('puts a new key in the place of the old one, and its name under what the old one signed', async () => {
    const elsewhere = await store();
    const old = (await elsewhere.ask('audit', 'key')).stdout.trim();
    await elsewhere.ask('audit', 'checkpoint');
    await put(elsewhere.cwd, later);
    const now = (await elsewhere.ask('audit', 'key', '--rotate')).stdout.trim();
    expect(now).not.toBe(old);
    await elsewhere.ask('audit', 'export', 'bundle');
    const held = await elsewhere.ask('audit', 'verify', 'bundle', '--key', now, '--json');
    expect(JSON.parse(held.stdout).checkpoints).toMatchObject([{ size: 3 }, { size: 4 }]);
  });

  it('puts a new key under nothing that the old one did not sign, and leaves all as it was', async () => {
    const elsewhere = await store();
    const old = (await elsewhere.ask('audit', 'key')).stdout;
    await elsewhere.ask('audit', 'checkpoint');
    const file = join(elsewhere.cwd, 'burgernet.checkpoints');
    await writeFile(file, (await readFile(file, 'utf8')).replace('\\n3\\n', '\\n4\\n'));
    const { status, stderr } = await elsewhere.ask('audit', 'key', '--rotate');
    expect(status).toBe(1);
    expect(stderr).toContain('The checkpoint that was kept over 4 events: The signature under the name');
    expect((await elsewhere.ask('audit', 'key')).stdout).toBe(old);
  });

  it('goes on behind a checkpoint that was cut off while it was kept, and refuses one that was altered', async () => {
    const elsewhere = await store();
    await elsewhere.ask('audit', 'checkpoint');
    const file = join(elsewhere.cwd, 'burgernet.checkpoints');
    await appendFile(file, '{"madeAt":"2021');
    await put(elsewhere.cwd, later);
    expect((await elsewhere.ask('audit', 'checkpoint')).status).toBe(0);
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(2);
    await writeFile(file, '{"madeAt":"2021-05-14T18:03:00.000Z","note":"nothing"}\n');
    const { status, stderr } = await elsewhere.ask('audit', 'checkpoint');
    expect(status).toBe(3);
    expect(stderr).toContain('Line 1 of burgernet.checkpoints is no checkpoint');
  });
});
