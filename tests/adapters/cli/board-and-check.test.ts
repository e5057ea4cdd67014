import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { log, utc, uuid } from '../../support/log.js';
import { marked, start } from '../../support/said.js';
import { changeFile } from '../../support/store-bytes.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';
import { put } from './put.js';

const started = (of: number, at: string) => ({
  of,
  at,
  event: {
    type: 'ActionStarted' as const,
    data: {
      region: 'midden-nederland' as const,
      status: 'actual' as const,
      touched: [],
      channels: [],
      startedAt: utc(at),
      runsUntil: utc('2021-05-14T20:03'),
      supportsNlAlert: false,
    },
  },
});
const responded = (of: number, at: string, line: '0800-0011' | '112' | 'other') => ({
  of,
  at,
  event: {
    type: 'ResponseReceived' as const,
    data: {
      responseId: uuid(Number(at.slice(14, 16))),
      line,
      entry: 'phone' as const,
      receivedAt: utc(at),
    },
  },
});
const ended = (of: number, at: string) => ({
  of,
  at,
  event: { type: 'ActionEnded' as const, data: { endedAt: utc(at), reason: { code: 'found' as const } } },
});

const open = log(
  started(1, '2021-05-14T18:03'),
  started(2, '2021-05-14T18:04'),
  started(3, '2021-05-14T18:05'),
  responded(2, '2021-05-14T18:10', '0800-0011'),
  responded(2, '2021-05-14T18:11', '112'),
  responded(2, '2021-05-14T18:12', '0800-0011'),
  ended(3, '2021-05-14T18:30'),
);

describe('the board', () => {
  it('shows the open actions with their responses, the oldest first', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, open);
    const { status, stdout } = await burgernet({ cwd }, 'board', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      position: 7,
      actions: [
        { actionId: uuid(1), responses: [], lastResponseAt: null },
        {
          actionId: uuid(2),
          responses: [
            { line: '0800-0011', count: 2 },
            { line: '112', count: 1 },
          ],
          lastResponseAt: utc('2021-05-14T18:12'),
        },
      ],
    });
    const dutch = await burgernet({ cwd }, 'board', '--lang', 'nl');
    expect(dutch.stdout).toContain('reacties: geen');
    expect(dutch.stdout).toContain('0800-0011: 2, 112: 1');
    expect(dutch.stdout).not.toContain(uuid(3));
  });

  it('has words for what an action is for, its lines and its success, and codes in JSON', async () => {
    const cwd = await temporaryFolder();
    await put(
      cwd,
      log(
        start(1, { status: 'exercise' }),
        start(2),
        responded(2, '2021-05-14T18:10', 'other'),
        marked(2, '2021-05-14T18:20', { line: '112' }),
      ),
    );
    const said = async (lang: string) => (await burgernet({ cwd }, 'board', '--lang', lang)).stdout;
    const english = await said('en');
    expect(english).toContain('(exercise)');
    expect(english).toContain('another line: 1');
    expect(english).toContain('success: in time, by another line');
    const dutch = await said('nl');
    expect(dutch).toContain('(oefening)');
    expect(dutch).toContain('een andere lijn: 1');
    expect(dutch).toContain('succes: op tijd, via een andere lijn');
    const { stdout } = await burgernet({ cwd }, 'board', '--json');
    expect(JSON.parse(stdout).actions).toMatchObject([
      { status: 'exercise', success: 'none' },
      { status: 'actual', success: 'other-line', responses: [{ line: 'other', count: 1 }] },
    ]);
  });

  it('says in words that no action is open', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, log(started(1, '2021-05-14T18:03'), ended(1, '2021-05-14T18:30')));
    expect((await burgernet({ cwd }, 'board')).stdout).toBe('No actions are open at the moment.\n');
    expect((await burgernet({ cwd }, 'board', '--lang', 'nl')).stdout).toBe('Er lopen nu geen acties.\n');
  });
});

describe('the check', () => {
  it('finds nothing in a sound store, says so, and ends with 0', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, open);
    const { status, stdout } = await burgernet({ cwd }, 'check');
    expect([status, stdout]).toEqual([0, 'Events read: 7, in streams: 3. Nothing is wrong with them.\n']);
  });

  it('names what is wrong, with its position and stream, and ends with 1', async () => {
    const cwd = await temporaryFolder();
    const [first, ...others] = open;
    await put(cwd, first === undefined ? [] : [{ ...first, type: 'ActionImagined' }, ...others]);
    const { status, stdout } = await burgernet({ cwd }, 'check', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      events: 7,
      findings: [{ tag: 'Quarantined', position: 1, stream: first?.stream, reason: 'unknown-type' }],
    });
    const dutch = await burgernet({ cwd }, 'check', '--lang', 'nl');
    expect([dutch.status, dutch.stdout]).toEqual([1, expect.stringMatching(/^Positie 1, .*unknown-type/)]);
  });
});

describe('a store that is damaged or foreign', () => {
  it('is told by the check where every event reads well and only an index is damaged', async () => {
    const [sound, cwd] = [await temporaryFolder(), await temporaryFolder()];
    await put(sound, open);
    changeFile(join(sound, 'burgernet.db'), '');
    const bytes = await readFile(join(sound, 'burgernet.db'));
    const at = bytes.lastIndexOf(open[0]?.eventId ?? 'none');
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    await writeFile(join(cwd, 'burgernet.db'), bytes);

    const { status, stdout, stderr } = await burgernet({ cwd }, 'check', '--json');
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'StoreUnusable', message: expect.stringContaining('events') },
    });
  });

  it.each([[['check']], [['figure', 'actions']], [['demo']]])('ends %s with status 3', async (args) => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'burgernet.db'), 'This is a letter to my aunt, and no store.');
    const { status, stdout, stderr } = await burgernet({ cwd }, ...args, '--json');
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'StoreUnusable' } });
  });
});
