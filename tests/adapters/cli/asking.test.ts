import { currentDefinitions } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { log, utc } from '../../support/log.js';
import { marked, response, start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet, burgernets } from './burgernet.js';
import { put } from './put.js';

const events = log(
  start(1),
  start(2),
  response(1, 70, '112', 'phone'),
  marked(1, '2021-05-15T09:12', { line: '112' }),
);

const asking = async () => {
  const cwd = await temporaryFolder();
  await put(cwd, events);
  return (...args: ReadonlyArray<string>) => burgernet({ cwd }, '--lang', 'en', ...args);
};

describe('burgernet explain', () => {
  it('tells as a story what a figure stands on, numerator and denominator apart', async () => {
    const ask = await asking();
    const { status, stdout } = await ask('explain', 'success.full', '--year', '2021');
    expect(status).toBe(0);
    const told = stdout.replaceAll(/\s+/g, ' ');
    expect(told).toMatch(
      /Counted: 1 Action [0-9a-f-]+ in Almere, missing person, 14 May 2021 20:03-21:03 \+1 Success/,
    );
    expect(told).toMatch(
      /Success [0-9a-f]{8} marked on 15 May 2021 11:12 by the system: line 112, moment of the find unknown → later, moment unknown[.] \[late success\]/,
    );
    expect(stdout).toMatch(/Divided by: 2\nAction/);
    expect(stdout).toContain('Known now: 1 of 2 = 50.0 %');
  });

  it('reads as a Dutch or English speaker would tell it', async () => {
    const cwd = await temporaryFolder();
    const found = { moment: utc('2021-05-15T05:40'), precision: 'instant' } as const;
    await put(cwd, log(start(1), marked(1, '2021-05-15T07:12', { line: '112', foundAt: found })));
    const counted = async (lang: string): Promise<string> =>
      (
        await burgernet({ cwd }, 'explain', 'success.class.found-late', '--year', '2021', '--lang', lang)
      ).stdout.split('\n\n')[1] ?? '';
    expect((await counted('en')).split('\n')).toEqual([
      'Counted: 1',
      'Action 00000000 in Almere, missing person, 14 May 2021 20:03-21:03',
      '  +1  Success 00000000 marked on 15 May 2021 09:12 by the system: line 112,',
      '      found 15 May 2021 07:40 → found after the run time. [late success]',
    ]);
    expect((await counted('nl')).split('\n')).toEqual([
      'Geteld: 1',
      'Actie 00000000 in Almere, vermist persoon, 14 mei 2021 20:03-21:03',
      '  +1  Succes 00000000 gemarkeerd op 15 mei 2021 09:12 door het systeem: lijn',
      '      112, gevonden 15 mei 2021 07:40 → na de looptijd gevonden. [laat succes]',
    ]);
  });

  it('gives in JSON each event with its amount and cause, and as known when', async () => {
    const ask = await asking();
    const known = ['--year', '2021', '--json', '--at-position', '3'];
    const before = JSON.parse((await ask('explain', 'success.full', ...known)).stdout);
    expect(before).toMatchObject({ figure: 'success.full', numerator: [], asOf: { logged: 3 } });
    expect(before.denominator).toHaveLength(2);
    const { stdout } = await ask('explain', 'success.full', '--year', '2021', '--json');
    expect(JSON.parse(stdout).numerator).toEqual([
      {
        eventId: events[3]?.eventId,
        stream: events[3]?.stream,
        revision: 2,
        position: 4,
        type: 'SuccessMarked',
        recordedAt: '2021-05-15T09:12:00.000Z',
        amount: 1,
        cause: 'late-success',
      },
    ]);
  });

  it('says so where no event stands under a figure', async () => {
    const ask = await asking();
    expect((await ask('explain', 'prevention', '--year', '2021')).stdout).toContain(
      'Counted: 0\nNo event counts.\n',
    );
    expect((await ask('explain', 'shares', '--year', '2021')).stdout).toContain('Known now: –');
  });
});

describe('burgernet restate', () => {
  it('says what changed between two reference dates, by cause and with the events', async () => {
    const ask = await asking();
    const range = ['--year', '2021', '--from', '2021-05-14'];
    const { status, stdout } = await ask('restate', ...range, '--figure', 'success.full');
    expect(status).toBe(0);
    expect(stdout).toContain('(success.full): 0 → 1 of 2, 50.0 %');
    expect(stdout).toMatch(/^Midden-Nederland, 2021\n/);
    expect(stdout).toMatch(/\nlate success +\+1 +0\n/);
    expect(stdout).toMatch(/\n {2}2021-05-15 11:12 {2}Action \S+ in +\+1 +0\n +Almere, missing person\n/);
    expect(stdout).toMatch(/\nKnown now +1 +2\n/);
    const json = JSON.parse((await ask('restate', ...range, '--json')).stdout);
    expect(Object.keys(json.figures)).toEqual(currentDefinitions.map(({ name }) => name));
    expect(json.figures['success.portal'].changes).toEqual([]);
    expect(json).toMatchObject({ from: { registered: '2021-05-14T21:59:59.999Z' }, to: 'latest' });
    const nothing = await ask('restate', '--year', '2021', '--from', '2021-05-16', '--to', '2021-06-01');
    expect(nothing.stdout).toMatch(/[0-9]+ figures did not change\./);
  });

  it('needs a reference date, and the earlier one first', async () => {
    const ask = await asking();
    expect(await ask('restate', '--year', '2021')).toMatchObject({ status: 2, stdout: '' });
    const backwards = await ask('restate', '--from', '2022-01-01', '--to', '2021-01-01');
    expect([backwards.status, backwards.stderr]).toEqual([2, expect.stringContaining('lies after --to')]);
  });
});

describe('burgernet definition', () => {
  it('says in words, and as data, what a figure counts', async () => {
    const ask = await asking();
    const shown = await ask('definition', 'show', 'responses.other');
    expect(shown.stdout).toContain(
      'counts: responses to actions, by line: e-mail or another line or line unknown',
    );
    expect(shown.stdout).toContain('period: that in which the action started');
    const all = JSON.parse((await ask('definition', 'list', '--json')).stdout);
    expect(all.map(({ name }: { readonly name: string }) => name)).toContain('success.portal');
    const dutch = (await ask('definition', 'list', '--lang', 'nl')).stdout;
    expect(dutch).toContain('telt: nieuwe downloads van de app');
    expect(dutch.split('\n\n')).toHaveLength(all.length);
  });

  it('refuses a version that there is not, naming those that there are', async () => {
    const ask = await asking();
    for (const line of [['definition', 'show'], ['figure'], ['explain']]) {
      const { status, stderr } = await ask(...line, 'actions', '--definition-version', '9');
      expect([status, stderr]).toEqual([1, expect.stringContaining('there is 1')]);
    }
    expect((await ask('figure', 'actions', '--definition-version', '1')).status).toBe(0);
  });
});

describe('burgernet report --compare', () => {
  it('sets two years beside each other, in every form', async () => {
    const ask = await asking();
    const compare = ['report', '--year', '2021', '--compare', '2020'];
    expect((await ask(...compare)).stdout).toContain('2021 beside 2020');
    const { compare: compared } = JSON.parse((await ask(...compare, '--json')).stdout);
    expect(compared.year).toBe(2020);
    expect(compared.figures[0]).toMatchObject({ name: 'actions', from: 0, to: 2, change: 2, factor: null });
    expect((await ask(...compare, '--format', 'csv')).stdout).toMatch(
      /comparison,[^\n]*actions,[^\n]*,change,,2,/,
    );
    expect((await ask(...compare, '--format', 'html')).stdout).toContain('id="comparison"');
    expect((await ask('report', '--compare', 'last')).status).toBe(2);
  });
});

describe('a typo', () => {
  const typos: ReadonlyArray<readonly [ReadonlyArray<string>, 1 | 2, string]> = [
    [['explain', 'succes.full'], 1, 'success.full'],
    [['figure', 'success.fill'], 1, 'success.full'],
    [['restate', '--from', '2021-01-01', '--figure', 'acties'], 1, 'actions'],
    [['definition', 'show', 'sucess'], 1, 'success'],
    [['figure', 'actions', '--municipality', 'GM0035'], 1, 'GM0034'],
    [['explain', 'actions', '--municipality', 'Almeer'], 1, 'GM0034 (Almere)'],
    [['restate', '--from', '2021-01-01', '--municipality', 'GM0035'], 1, 'GM0034'],
    [['explain', 'actions', '--type', 'mising-person'], 1, 'missing-person'],
    [['figure', 'actions', '--type', 'mising-person'], 1, 'missing-person'],
    [['restate', '--from', '2021-01-01', '--type', 'mising-person'], 1, 'missing-person'],
    [['report', '--region', 'midden-nederlnd'], 1, 'midden-nederland'],
    [['restate', '--from', '2021-13-01'], 2, '2021-13-01'],
    [['restate', '--from', '2021-01-01', '--to', '2021-02-29'], 2, '2021-02-29'],
    [['explain', 'actions', '--as-of', 'yesterday'], 2, 'yesterday'],
    [['report', '--as-of', '2021-02-30'], 2, '2021-02-30'],
    [['figure', 'actions', '--as-of', '2021-03-28T02:30'], 2, '2021-03-28'],
    [['figure', 'actions', '--at-position', 'ten'], 2, 'ten'],
    [['figure', 'actions', '--year', '21'], 2, '21'],
    [['explain', 'actions', '--month', '13'], 2, '13'],
    [['figur', 'actions'], 2, 'figure'],
    [['explain', 'actions', '--yaer', '2021'], 2, '--year'],
  ];

  it.each(['en', 'nl'])('gives a sentence in %s with what is near, and no stack trace', async (lang) => {
    const cwd = await temporaryFolder();
    await put(cwd, events);
    const answered = await burgernets(
      { cwd },
      typos.map(([line]) => ['--lang', lang, ...line]),
    );
    typos.forEach(([line, status, near], at) => {
      const { stderr = '', ...ended } = answered[at] ?? {};
      expect([line, ended, stderr]).toEqual([line, { status, stdout: '' }, expect.stringContaining(near)]);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toMatch(/[.]\n$/);
    });
  });
});
