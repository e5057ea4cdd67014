import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteVault } from '@burgernet/adapters';
import { describe, expect, it } from 'vitest';
import { done } from '../../support/outcome.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { evening, textIn } from '../../support/vaulted.js';
import { burgernet, type Ended } from './burgernet.js';

const commandId = '6f1ed002-ab5c-4f6e-9d5b-1f0c2f3e4a5b';
const dispatcher = ['--as', 'dispatcher:D. Centralist'];
const coordinator = ['--as', 'coordinator:R. Coordinator'];

/** A folder with a store in which an action runs, or is long over. */
const withAction = async (...more: ReadonlyArray<string>) => {
  const cwd = await temporaryFolder();
  const call = (...args: ReadonlyArray<string>): Promise<Ended> => burgernet({ cwd }, ...args);
  const started = await call(
    ...['action', 'start', '--region', 'midden-nederland', '--municipality', 'GM0034'],
    ...['--type', 'missing-person', '--channels', 'app,sms', ...dispatcher, '--quiet', ...more],
  );
  expect(started).toMatchObject({ status: 0, stderr: '' });
  return { cwd, call, action: started.stdout.trim() };
};
const running = ['--minutes', '60'];
const longOver = ['--started-at', '2021-05-14T20:03', '--minutes', '60'];

const json = ({ status, stdout }: Ended): unknown => {
  expect(status).toBe(0);
  return JSON.parse(stdout);
};
const exported = async (
  cwd: string,
): Promise<ReadonlyArray<{ readonly type: string; readonly data: object }>> =>
  (await burgernet({ cwd }, 'export')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Gives each command twice under one id; the second time it says so. */
const withRepeats = async (
  call: (...args: ReadonlyArray<string>) => Promise<Ended>,
  commands: ReadonlyArray<ReadonlyArray<string>>,
): Promise<ReadonlyArray<unknown>> => {
  const said: unknown[] = [];
  for (const [at, command] of commands.entries()) {
    const id = ['--id', `6f1ed002-ab5c-4f6e-9d5b-00000000000${at}`, '--json'];
    const first = json(await call(...command, ...id));
    expect([command, first]).toEqual([command, expect.objectContaining({ repeated: false })]);
    const second = json(await call(...command, ...id));
    expect([command, second]).toEqual([command, expect.objectContaining({ repeated: true })]);
    said.push(second);
  }
  return said;
};

describe('a command', () => {
  it('says what happened and what it moved in the figures', async () => {
    const { call, action } = await withAction(...longOver);
    const marked = await call(
      ...['success', 'mark', action, '--line', '112', '--found-at', '2021-05-15T07:40', ...coordinator],
    );
    expect(marked.status).toBe(0);
    expect(marked.stdout.split('\n')).toEqual([
      'Action ended at 2021-05-14 21:03 (the run time was over); the action waits for a verdict.',
      expect.stringMatching(
        /^Success [0-9a-f-]{36} marked: line 112, found 2021-05-15 07:40 → found after the run time[.]$/,
      ),
      'All successes that are known 2021: 0 → 1 of 1, 100.0 %; portal unchanged',
      'Late successes 2021: 0 → 1 of 1, 100.0 %',
      'Found after the run time 2021: 0 → 1 of 1, 100.0 %',
      'Thanks still due 2021: 0 → 1',
      '',
    ]);
    const dutch = await call(
      'success',
      'withdraw',
      action,
      '--reason',
      'error',
      ...coordinator,
      '--lang',
      'nl',
    );
    expect(dutch.stdout).toMatch(
      /^Succes .* ingetrokken \(een vergissing\); de actie wacht op een oordeel[.]\n/,
    );
    expect(dutch.stdout).toContain('Alle bekende successen 2021: 1 → 0 van 1, 0,0 %; portaal ongewijzigd');
  });

  it('says its id before it is recorded, and with --quiet nothing but the id of what it made', async () => {
    const { cwd, call, action } = await withAction(...running);
    const loud = await call('action', 'respond', action, '--line', 'app');
    expect(loud.stderr).toMatch(
      /^The id of this command is [0-9a-f-]{36}; repeated with --id it changes nothing[.]\n$/,
    );
    const quiet = await call('action', 'respond', action, '--line', '112', '--quiet');
    expect(quiet).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^[0-9a-f-]{36}\n$/),
    });
    expect((await exported(cwd)).at(-1)).toMatchObject({
      type: 'ResponseReceived',
      data: { responseId: quiet.stdout.trim(), line: '112', entry: 'unknown' },
    });
  });

  it('has a shape of its own in JSON', async () => {
    const { call, action } = await withAction(...longOver);
    const said = await call(
      ...['success', 'mark', action, '--line', '112', ...coordinator, '--id', commandId, '--json'],
    );
    expect(said.stderr).toBe('');
    expect(json(said)).toEqual({
      command: 'MarkSuccess',
      commandId,
      stream: `burgernet.action-${action}`,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      repeated: false,
      dryRun: false,
      events: [
        expect.objectContaining({ type: 'ActionEnded', revision: 1, position: 2 }),
        expect.objectContaining({
          type: 'SuccessMarked',
          revision: 2,
          position: 3,
          data: expect.objectContaining({ line: '112', attribution: 'direct' }),
          metadata: expect.objectContaining({ role: 'coordinator', commandId }),
        }),
      ],
      figures: expect.arrayContaining([
        {
          name: 'success.full',
          version: 1,
          region: 'midden-nederland',
          year: 2021,
          before: { numerator: 0, denominator: 1, percentage: '0.0' },
          after: { numerator: 1, denominator: 1, percentage: '100.0' },
        },
      ]),
    });
  });

  it('says so where it moved only what counts under which type or municipality', async () => {
    const { call, action } = await withAction(...running);
    const change = ['action', 'change', action, '--reason', 'new-information', ...dispatcher];
    const retyped = await call(...change, '--type', 'robbery');
    expect(retyped.stdout).toContain(
      '\nNo figure of the whole year changed, only what counts under which municipality or type.\n',
    );
    const dutch = await call(...change, '--municipality', 'GM0344', '--dry-run', '--lang', 'nl');
    expect(dutch.stdout).toContain(
      '\nGeen cijfer van het hele jaar veranderde, alleen wat onder welke gemeente of soort telt.\n',
    );
    expect((await call(...change, '--channels', 'mail')).stdout).toContain('\nNo figure changed.\n');
    const inhabitants = ['municipality', 'count', 'GM0034', 'inhabitants', '217000', '--at', '2021-01-01'];
    const counted = await call(...inhabitants, '--source', 'CBS', '--as', 'municipality:GM0034');
    expect(counted.stdout).toContain('\nNo figure changed.\n');
  });

  it('names the role in which it may be given, in the words of the language', async () => {
    const { call } = await withAction(...running);
    const start = ['action', 'start', '--region', 'limburg', '--minutes', '5', '--channels', 'app'];
    expect((await call(...start, ...coordinator, '--lang', 'nl')).stderr).toBe(
      'Alleen een centralist mag een actie starten, een coördinator niet; laat het over aan een centralist, of handel zelf in die rol met --as dispatcher:NAAM.\n',
    );
  });

  it('changes nothing when it is repeated with its id, whenever that is and whatever it left to be derived', async () => {
    const { cwd, call, action } = await withAction(...running, '--id', commandId);
    const again = await withRepeats(call, [
      ['action', 'respond', action, '--line', '112', '--content', 'A tip.', ...dispatcher],
      ['action', 'end', action, ...dispatcher],
      ['success', 'mark', action, '--line', '112', ...coordinator],
      [
        'success',
        'correct',
        action,
        '--line',
        '0900-8844',
        '--reason',
        'error',
        '--note',
        'A typo.',
        ...coordinator,
      ],
      ['thank', action, '--how', 'app', '--as', 'municipality:GM0034'],
      ['success', 'withdraw', action, '--reason', 'error', ...coordinator],
      ['mailing', 'send', '--kind', 'prevention-message', '--as', 'municipality:GM0034'],
    ]);
    expect(again).toHaveLength(7);
    const first = await call(
      ...['action', 'start', '--region', 'midden-nederland', '--municipality', 'GM0034'],
      ...['--type', 'missing-person', '--channels', 'app,sms', ...dispatcher, ...running, '--id', commandId],
    );
    expect(first.stdout).toMatch(/^This command was given before and recorded on .*; nothing changed[.]\n/);
    expect(await exported(cwd)).toHaveLength(8);
  });

  it('is refused under an id that asked for something else', async () => {
    const { cwd, call, action } = await withAction(...running);
    const respond = (line: string) =>
      call('action', 'respond', action, '--line', line, '--id', commandId, '--json');
    await respond('112');
    const other = await respond('app');
    expect(other).toMatchObject({ status: 1, stdout: '' });
    expect(JSON.parse(other.stderr)).toMatchObject({ error: { code: 'CommandIdReused' } });
    expect(await exported(cwd)).toHaveLength(2);
  });
});

describe('a dry run', () => {
  it('decides, shows the events and what they would move, and writes nothing', async () => {
    const { cwd, call, action } = await withAction(...longOver);
    const mark = [
      'success',
      'mark',
      action,
      '--line',
      '112',
      '--evidence',
      'A secret.',
      ...coordinator,
      '--dry-run',
    ];
    const { status, stdout, stderr } = await call(...mark);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Nothing was written[.] The command would record:\nAction ended/);
    expect(stdout).toContain('  SuccessMarked burgernet.action-');
    expect(stdout).toContain('All successes that are known 2021: 0 → 1 of 1, 100.0 %; portal unchanged');
    expect(json(await call(...mark, '--json'))).toMatchObject({
      dryRun: true,
      events: [{ type: 'ActionEnded' }, { type: 'SuccessMarked' }],
    });
    expect(await exported(cwd)).toHaveLength(1);
    const vault = await done(openSqliteVault(join(cwd, 'burgernet.vault.db'), { mode: 'read' }));
    expect(
      await done(vault.actor('coordinator', 'R. Coordinator', evening, () => 'absent')).catch(() => 'absent'),
    ).toBe('absent');
    await vault.close();
  });

  it('refuses what would be refused, and makes no store', async () => {
    const cwd = await temporaryFolder();
    const start = ['action', 'start', '--region', 'limburg', '--minutes', '60', '--dry-run'];
    const good = await burgernet({ cwd }, ...start, ...dispatcher);
    expect(good).toMatchObject({ status: 0, stdout: expect.stringContaining('ActionStarted') });
    expect((await burgernet({ cwd }, ...start, ...coordinator)).status).toBe(1);
    expect(await readdir(cwd)).toEqual([]);
  });
});

describe('a refusal', () => {
  it('names the rule and what may be done instead, in one sentence, and leaves nothing', async () => {
    const { cwd, call, action } = await withAction(...longOver);
    const before = await exported(cwd);
    const refusals: ReadonlyArray<readonly [ReadonlyArray<string>, string, RegExp]> = [
      [
        ['success', 'mark', action, '--line', '112'],
        'RoleNotAllowed',
        /^Only a dispatcher or a coordinator may mark a success, not the system; leave it to one of them, or act as one with --as dispatcher:NAME or --as coordinator:NAME[.]\n$/,
      ],
      [
        ['action', 'extend', action, '--until', '2021-05-14T22:00', '--reason', 'other', ...dispatcher],
        'RunTimeOver',
        /^The run time was over at 2021-05-14 21:03 .*start a new one that follows it up[.]\n$/,
      ],
      [
        ['success', 'withdraw', action, '--reason', 'error', ...coordinator],
        'NoSuccessStands',
        /mark one first/,
      ],
      [['action', 'assess', action, 'abc', '--relevance', 'none'], 'NotFound', /action show lists them/],
      [
        ['success', 'rule-out', 'ffff', '--reason', 'not-found', ...coordinator],
        'NotFound',
        /success waiting/,
      ],
      [['success', 'rule-out', 'Jan', '--reason', 'not-found', ...coordinator], 'NotFound', /"Jan"/],
      [
        ['success', 'mark', action, '--line', '112', '--found-at', '2021-05-13', ...coordinator],
        'FoundBeforeStart',
        /^The find \(on 2021-05-13\) lies before .*correct the moment/,
      ],
    ];
    for (const [args, code, says] of refusals) {
      const { status, stdout, stderr } = await call(...args);
      expect([args, status, stdout]).toEqual([args, 1, '']);
      expect(stderr).toMatch(says);
      expect(stderr).toMatch(/^[^\n]+[.]\n$/);
      expect(JSON.parse((await call(...args, '--json')).stderr)).toMatchObject({ error: { code } });
    }
    expect(await exported(cwd)).toEqual(before);
  });

  it('keeps the name of who was refused out of the vault, and makes no store', async () => {
    const cwd = await temporaryFolder();
    const start = await burgernet(
      { cwd },
      'action',
      'start',
      '--region',
      'limburg',
      '--minutes',
      '9',
      ...coordinator,
    );
    expect(start.status).toBe(1);
    const mark = await burgernet({ cwd }, 'success', 'mark', commandId, '--line', '112', ...coordinator);
    expect(mark).toMatchObject({ status: 3, stderr: expect.stringContaining('There is no store') });
    expect(await readdir(cwd)).toEqual([]);
  });
});

describe('wrong usage of a command', () => {
  it.each([
    ['an option that is missing', ['success', 'mark', 'a'], /^--line is missing; say .* one of 0800-0011/],
    ['a code with a typo', ['success', 'mark', 'a', '--line', '1122'], /^--line .*; 112 may be meant/],
    ['a name for a code', ['action', 'start', '--municipality', 'Utrecht'], /GM0344 \(Utrecht\)/],
    [
      'a day that does not exist',
      ['success', 'mark', 'a', '--line', '112', '--found-at', '2021-02-30'],
      /^--found-at: "2021-02-30" is not a moment/,
    ],
    [
      'a text of nothing',
      ['success', 'mark', 'a', '--line', '112', '--evidence', ' '],
      /^--evidence is empty; write something, or leave it out/,
    ],
    [
      'a moment that does not exist',
      ['success', 'mark', 'a', '--line', '112', '--found-at', '2021-03-28T02:30'],
      /^--found-at: .*did not exist/,
    ],
    ['a moment that exists twice', ['action', 'end', 'a', '--at', '2021-10-31T02:30'], /^--at: .*\+02:00/],
    [
      'a day that does not exist',
      ['municipality', 'count', 'GM0034', 'inhabitants', '5', '--at', '2021-02-30', '--source', 'x'],
      /^--at /,
    ],
    [
      'a number that is none',
      ['action', 'reach', 'a', '--channel', 'app', '--method', 'x', '--count', 'many'],
      /^--count .* whole number/,
    ],
    [
      'two ways to say one thing',
      ['action', 'start', '--minutes', '5', '--until', '2021-05-14T20:03'],
      /^Give --until or --minutes/,
    ],
    [
      'an area of two kinds',
      ['action', 'change', 'a', '--reason', 'error', '--postcodes', '1315', '--area', 'GM0034'],
      /^Give --postcodes or --area/,
    ],
    [
      'an option of the other way',
      ['thank', 'a', '--withdraw', '--reason', 'error', '--how', 'app'],
      /^--how says nothing here/,
    ],
    ['neither yes nor no', ['mailing', 'assess', 'a', '--relevant', 'maybe'], /yes or no/],
    ['a group without a command', ['success'], /^No command was given; burgernet success --help/],
    [
      'a mistyped command of a group',
      ['success', 'marc'],
      /success mark may be meant, and burgernet success --help/,
    ],
    [
      'a thing that is not counted',
      ['municipality', 'count', 'GM0034', 'inhabitents', '5'],
      /one of participants-sms-voice/,
    ],
  ])('is %s: a sentence and status 2', async (_, args, says) => {
    const cwd = await temporaryFolder();
    const { status, stdout, stderr } = await burgernet({ cwd }, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+[.]\n$/);
    expect(stderr).toMatch(says);
    expect(await readdir(cwd)).toEqual([]);
  });
});

describe('an id', () => {
  it('is named by a unique beginning of it; an ambiguous one lists the candidates', async () => {
    const { call, action } = await withAction(...running);
    const response = (
      await call('action', 'respond', action.slice(0, 5), '--line', '112', '--quiet')
    ).stdout.trim();
    const assess = [
      'action',
      'assess',
      action.slice(0, 5).toUpperCase(),
      response.slice(0, 5),
      '--relevance',
      'decisive',
    ];
    expect((await call(...assess, ...dispatcher)).stdout).toContain(
      `Response ${response} assessed: decisive.`,
    );
    for (let more = 0; more < 17; more++)
      await call(
        'action',
        'start',
        '--minutes',
        '60',
        ...dispatcher,
        '--id',
        `6f1ed002-ab5c-4f6e-9d5b-0000000000${more + 10}`,
      );
    const actions = new Set((await call('board', '--json')).stdout.match(/(?<="actionId":")[0-9a-f-]{36}/g));
    const shared = [...actions].find((one) =>
      [...actions].some((other) => other !== one && other[0] === one[0]),
    );
    const ambiguous = await call('action', 'end', shared?.[0] ?? 'none', ...dispatcher);
    expect(ambiguous).toMatchObject({ status: 1, stderr: expect.stringContaining(shared ?? 'none') });
    expect(ambiguous.stderr).toMatch(/^More than one action has an id that begins with/);
  });
});

describe('what somebody writes about people', () => {
  it('goes to the vault, and the log gets a reference that says nothing of it', async () => {
    const { cwd, call, action } = await withAction(...running, '--message', 'Look out for J. Doe.');
    await call('action', 'withdraw', action, '--reason', 'error', '--note', 'Wrong J. Doe.', ...dispatcher);
    const log = (await burgernet({ cwd }, 'export')).stdout;
    expect(log).not.toMatch(/Doe|Centralist/);
    const [started, withdrawn] = await exported(cwd);
    const vault = await done(openSqliteVault(join(cwd, 'burgernet.vault.db'), { mode: 'write' }));
    const reference = (data: object | undefined, field: string): string =>
      String(Object.entries(data ?? {}).find(([key]) => key === field)?.[1]);
    expect(await textIn(vault, reference(started?.data, 'messageReference'))).toBe('Look out for J. Doe.');
    expect(withdrawn?.data).toMatchObject({
      reason: { code: 'error', note: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    await vault.close();
  });
});
