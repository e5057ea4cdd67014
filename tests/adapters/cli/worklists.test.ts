import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { log, type Said, utc, uuid } from '../../support/log.js';
import { almere, marked, response, start, utrecht } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';
import { put } from './put.js';

const ended = (of: number, at: string): Said => ({
  of,
  at,
  event: { type: 'ActionEnded', data: { endedAt: utc(at), reason: { code: 'called-off' } } },
});

/** Two that wait, one with a late success, one that still runs although its time is over. */
const history = log(
  start(1),
  start(2, { type: 'robbery', municipality: utrecht }),
  start(3),
  start(4),
  response(2, 11, '112', 'phone'),
  ended(1, '2021-05-14T18:50'),
  ended(2, '2021-05-14T18:40'),
  ended(3, '2021-05-14T18:50'),
  marked(3, '2021-05-15T09:00', {
    line: '112',
    foundAt: { moment: utc('2021-05-15T05:40'), precision: 'hour' },
  }),
);

const withHistory = async () => {
  const cwd = await temporaryFolder();
  await put(cwd, history);
  return {
    cwd,
    call: (...args: ReadonlyArray<string>) => burgernet({ cwd }, ...args),
  };
};
const withNothing = async () => {
  const cwd = await temporaryFolder();
  await put(cwd, log(start(1)));
  return (...args: ReadonlyArray<string>) => burgernet({ cwd }, ...args);
};

describe('success waiting', () => {
  it('lists the ended actions without a verdict, the oldest first, and tells of those that are not there yet', async () => {
    const { call } = await withHistory();
    const { status, stdout, stderr } = await call('success', 'waiting');
    expect(status).toBe(0);
    expect(stdout.replaceAll(/[0-9,]+ days/g, 'N days').split('\n')).toEqual([
      uuid(2),
      '  (Armed) robbery, Utrecht',
      '  ended 2021-05-14 20:40, waiting N days',
      '  responses: 112: 1 (the last at 2021-05-14 20:10)',
      '',
      uuid(1),
      '  Missing person, Almere',
      '  ended 2021-05-14 20:50, waiting N days',
      '  responses: none',
      '',
    ]);
    expect(stderr).toMatch(/^Open actions whose run time is over: 1[.]/);
    const { actions } = JSON.parse((await call('success', 'waiting', '--json')).stdout);
    expect(actions).toMatchObject([
      { actionId: uuid(2), daysWaiting: expect.any(Number) },
      { actionId: uuid(1) },
    ]);
    expect(
      JSON.parse((await call('success', 'waiting', '--region', 'limburg', '--json')).stdout).actions,
    ).toEqual([]);
  });

  it('says in words that none waits', async () => {
    const call = await withNothing();
    expect((await call('success', 'waiting')).stdout).toBe('No ended action waits for a verdict.\n');
    expect((await call('success', 'waiting', '--lang', 'nl')).stdout).toBe(
      'Er wacht geen afgelopen actie op een oordeel.\n',
    );
  });
});

describe('thanks', () => {
  it('lists by municipality the successes that nobody has thanked for', async () => {
    const { call } = await withHistory();
    expect((await call('thanks')).stdout).toBe(
      `Almere (GM0034): 1 success to thank for\n  ${uuid(3)}  2021-05-14 20:03  Missing person, found after the run time\n`,
    );
    expect(JSON.parse((await call('thanks', '--json')).stdout)).toMatchObject({
      municipalities: [
        { code: almere, name: 'Almere', actions: [{ actionId: uuid(3), success: 'found-late' }] },
      ],
    });
    expect((await call('thanks', '--municipality', utrecht)).stdout).toBe('No thanks are due.\n');
    expect(await call('thanks', '--municipality', 'Utrect')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('GM0344 (Utrecht)'),
    });
    await call('thank', uuid(3), '--how', 'app', '--as', 'municipality:GM0034', '--quiet');
    expect((await call('thanks', '--lang', 'nl')).stdout).toBe('Er hoeft niemand bedankt te worden.\n');
    await call('thank', uuid(3), '--withdraw', '--reason', 'error', '--as', 'municipality:GM0034', '--quiet');
    expect((await call('thanks')).stdout).toContain(uuid(3));
  });
});

describe('the success register', () => {
  it('lists every marking with its class and lateness', async () => {
    const { call } = await withHistory();
    expect((await call('success', 'register')).stdout.split('\n')).toEqual([
      `${uuid(50)} of action ${uuid(3)}`,
      '  Missing person, Almere, 2021-05-14 20:03',
      '  registered 2021-05-15 11:00, after the run time, which ended 2021-05-14 20:50',
      '  line 112, found 2021-05-15 07:00 (in that hour) → found after the run time',
      '',
    ]);
    expect(JSON.parse((await call('success', 'register', '--json')).stdout).successes).toMatchObject([
      { successId: uuid(50), actionId: uuid(3), timely: false, found: 'after', class: 'found-late' },
    ]);
    expect((await call('success', 'register', '--year', '2020')).stdout).toBe(
      'No success was marked of what was asked; without --year and --region all are listed.\n',
    );
    expect((await (await withNothing())('success', 'register')).stdout).toBe('No success was ever marked.\n');
  });
});

describe('action show', () => {
  it('tells the life of an action as a story, with its events', async () => {
    const { call } = await withHistory();
    const { status, stdout } = await call('action', 'show', uuid(3));
    expect(status).toBe(0);
    expect(stdout.split('\n')).toEqual([
      uuid(3),
      '  Missing person, Almere; ended 2021-05-14 20:50; found after the run time',
      '',
      '2021-05-14 20:03  system',
      '  Action started: Missing person, Almere, 2021-05-14 20:03 – 2021-05-14 21:03.',
      `  ActionStarted, revision 0, ${history[2]?.eventId}`,
      '',
      '2021-05-14 20:50  system',
      '  Action ended at 2021-05-14 20:50 (called off); the action waits for a verdict.',
      `  ActionEnded, revision 1, ${history[7]?.eventId}`,
      '',
      '2021-05-15 11:00  system',
      `  Success ${uuid(50)} marked: line 112, found 2021-05-15 07:00 (in that hour) → found after the run time.`,
      `  SuccessMarked, revision 2, ${history[8]?.eventId}`,
      '',
    ]);
    expect(JSON.parse((await call('action', 'show', uuid(3), '--json')).stdout)).toMatchObject({
      actionId: uuid(3),
      state: { withdrawn: false, markings: [{ line: '112' }] },
      events: [
        { type: 'ActionStarted' },
        { type: 'ActionEnded' },
        { type: 'SuccessMarked', sentence: expect.any(String) },
      ],
    });
  });

  it('tells also what cannot be read, and that there is no such action', async () => {
    const cwd = await temporaryFolder();
    const [first, second, ...others] = log(
      start(1),
      marked(1, '2021-05-14T18:10'),
      ended(1, '2021-05-14T18:40'),
    );
    await put(cwd, first && second ? [first, { ...second, type: 'SuccessImagined' }, ...others] : []);
    const { stdout } = await burgernet({ cwd }, 'action', 'show', uuid(1));
    expect(stdout).toContain('This event cannot be read (unknown-type).');
    expect(stdout).toContain('This event cannot be read (stream-frozen).');
    expect(await burgernet({ cwd }, 'action', 'show', uuid(2))).toMatchObject({ status: 1, stdout: '' });
    expect(await burgernet({ cwd }, 'action', 'show', 'fff')).toMatchObject({ status: 1, stdout: '' });
  });
});

describe('a command that only reads', () => {
  it.each([[['success', 'waiting']], [['success', 'register']], [['thanks']], [['action', 'show', '00']]])(
    'makes no store where there is none: %s',
    async (args) => {
      const cwd = await temporaryFolder();
      expect((await burgernet({ cwd }, ...args)).status).toBe(3);
      expect(await readdir(cwd)).toEqual([]);
    },
  );
});
