import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tablesOf2021 } from '@burgernet/adapters';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';
import { demoFolder } from './demo-store.js';

const there = demoFolder();
const anId = '6f1ed002-ab5c-4f6e-9d5b-1f0c2f3e4a5b';

const exported = async (cwd: string, ...args: ReadonlyArray<string>): Promise<string> => {
  const { status, stdout } = await burgernet({ cwd }, 'export', ...args);
  expect(status).toBe(0);
  return stdout;
};

describe('import of what was exported', () => {
  it.each([['ndjson'], ['cloudevents']])(
    'as %s restores every event, and a repeat changes nothing',
    async (format) => {
      const cwd = await temporaryFolder();
      const lines = await exported(there.folder, '--format', format);
      await writeFile(join(cwd, 'events'), lines);
      const first = await burgernet({ cwd }, 'import', 'events', '--json');
      expect(first.status).toBe(0);
      expect(JSON.parse(first.stdout)).toMatchObject({
        taken: 6_454,
        events: 6_454,
        repeated: 0,
        refused: [],
      });
      const again = await burgernet({ cwd, input: lines }, 'import', '-', '--json');
      expect(JSON.parse(again.stdout)).toMatchObject({ taken: 0, repeated: 6_454, refused: [] });
      expect(await exported(cwd)).toBe(await exported(there.folder));
    },
  );

  it('says which lines it refused and why, and takes the rest', async () => {
    const cwd = await temporaryFolder();
    const [first = '', second = ''] = (await exported(there.folder)).split('\n');
    const cutOff = '{"command":"EndAction","action":"00000000-0000-4000-8000-000000000001"';
    const input = [first, cutOff, second.replace('"schemaVersion":1', '"schemaVersion":99')].join('\n');
    const { status, stdout } = await burgernet({ cwd, input }, 'import', '-');
    expect(status).toBe(2);
    expect(stdout).toMatch(/^-:2: refused\. /m);
    expect(stdout).toMatch(/^-:3: refused\. /m);
    expect(stdout).toMatch(/read: 3; taken: 1 /);
    const unread = await burgernet({ cwd, input: input.replace(cutOff, '') }, 'import', '-', '--json');
    expect(unread.status).toBe(1);
    expect(JSON.parse(unread.stdout)).toMatchObject({
      repeated: 1,
      refused: [{ file: '-', line: 3, code: 'EventUnreadable' }],
    });
  });

  it('takes nothing where a line may belong to any stream, and says so once', async () => {
    const cwd = await temporaryFolder();
    const [first = '', second = ''] = (await exported(there.folder)).split('\n');
    const input = [first, '{"command":', second].join('\n');
    const { status, stdout } = await burgernet({ cwd, input }, 'import', '-');
    expect(status).toBe(2);
    expect(stdout.split('\n').slice(1, -1)).toEqual([
      'Line 2 of - names no stream that could be read; nothing was taken, since it may belong to any.',
      'Lines read: 3; taken: 0 (events: 0); there already: 0; refused: 1; not taken with them: 2.',
    ]);
    expect(await exported(cwd)).toBe('');
    const dutch = await burgernet({ cwd, input }, 'import', '-', '--lang', 'nl');
    expect(dutch.stdout).toMatch(/^Regel 2 van - noemt geen leesbare stroom; er is niets overgenomen/m);
  });

  it('finds a file that is not there before it makes a store', async () => {
    const cwd = await temporaryFolder();
    const { status, stdout, stderr } = await burgernet({ cwd }, 'import', 'nothing.ndjson');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/nothing\.ndjson/);
    expect(await readdir(cwd)).toEqual([]);
  });

  it('finds that a file is a folder before it makes a store', async () => {
    const cwd = await temporaryFolder();
    const { status, stdout, stderr } = await burgernet({ cwd }, 'import', '.');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^\. is a folder; .*--tables/);
    expect(await readdir(cwd)).toEqual([]);
  });

  it('makes a vault only when somebody has a name', async () => {
    const cwd = await temporaryFolder();
    const [event = ''] = (await exported(there.folder)).split('\n');
    expect((await burgernet({ cwd, input: event }, 'import', '-')).status).toBe(0);
    expect(await readdir(cwd)).not.toContain('burgernet.vault.db');
    const command = JSON.stringify({
      command: 'SendMailing',
      mailing: anId,
      as: 'police-team:Almere',
      recordedAt: '2021-06-01T10:00',
      data: {
        region: 'midden-nederland',
        kind: 'neighbourhood-inquiry',
        sender: { code: 'BT-Almere', kind: 'BT' },
        sentAt: '2021-06-01T10:00',
      },
    });
    expect((await burgernet({ cwd, input: command }, 'import', '-')).status).toBe(0);
    expect(await readdir(cwd)).toContain('burgernet.vault.db');
  });
});

describe('import of published tables', () => {
  const tables = (cwd: string, registeredAt: string) =>
    burgernet(
      { cwd },
      'import',
      '--tables',
      tablesOf2021,
      '--year',
      '2021',
      '--registered-at',
      registeredAt,
      '--json',
    );

  it('is the history of the demo, and a repeat changes nothing', async () => {
    const cwd = await temporaryFolder();
    expect(JSON.parse((await tables(cwd, '2022-02-01T12:00')).stdout)).toEqual({
      events: 6_454,
      repeated: 0,
    });
    expect(JSON.parse((await tables(cwd, '2022-02-01T12:00')).stdout)).toEqual({
      events: 0,
      repeated: 6_454,
    });
    expect(await exported(cwd)).toBe(await exported(there.folder));
  });

  it('with another moment of registration is refused, and changes nothing', async () => {
    const before = await exported(there.folder);
    const { status, stdout, stderr } = await tables(there.folder, '2022-03-01');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'OtherHistory' } });
    expect(await exported(there.folder)).toBe(before);
  });

  it('is refused where they are of another year, or registered before their year was over', async () => {
    const cwd = await temporaryFolder();
    const early = await tables(cwd, '2021-12-31');
    expect([early.status, JSON.parse(early.stderr).error.code]).toEqual([1, 'RegisteredTooEarly']);
    const other = await burgernet(
      { cwd },
      'import',
      '--tables',
      tablesOf2021,
      '--year',
      '2020',
      '--registered-at',
      '2022-02-01',
    );
    expect([other.status, other.stderr]).toEqual([1, expect.stringMatching(/of 2021/)]);
    expect(await readdir(cwd)).toEqual([]);
  });

  it('says where there is no such folder', async () => {
    const cwd = await temporaryFolder();
    const { status, stderr } = await burgernet(
      { cwd },
      'import',
      '--tables',
      'nowhere',
      '--year',
      '2021',
      '--registered-at',
      '2022-02-01',
    );
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^There is no folder nowhere; /)]);
    expect(await readdir(cwd)).toEqual([]);
  });

  it.each([
    ['nothing to import', [], /--tables/],
    ['tables without their year', ['--tables', 'x', '--registered-at', '2022-02-01'], /--year/],
    ['tables without a moment of registration', ['--tables', 'x', '--year', '2021'], /--registered-at/],
    ['tables and files at once', ['--tables', 'x', 'file'], /both/],
    ['an id for lines that have ids of their own', ['file', '--id', anId], /with ids of their own/],
    ['an id for tables', ['--tables', 'x', '--id', anId], /with ids of their own/],
    ['a moment for lines that carry their own', ['file', '--registered-at', '2022-02-01'], /every line/],
  ])('with %s is wrong usage', async (_, args, says) => {
    const cwd = await temporaryFolder();
    const { status, stdout, stderr } = await burgernet({ cwd }, 'import', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(says);
  });
});
