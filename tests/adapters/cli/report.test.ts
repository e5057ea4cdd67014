import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tablesOf2021 } from '@burgernet/adapters';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';
import { demoFolder } from './demo-store.js';

const there = demoFolder();

/** A published table, a row an object of its cells; its cells hold no commas. */
const table = async (name: string): Promise<ReadonlyArray<Record<string, string>>> => {
  const [header = '', ...rows] = (await readFile(join(tablesOf2021, `${name}.csv`), 'utf8'))
    .trim()
    .split(/\r?\n/);
  const columns = header.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, at) => [columns[at] ?? '', cell])));
};

interface Entry {
  readonly value?: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly percentage?: string | null;
}
type Entries = Readonly<Record<string, Entry>>;
interface Report {
  readonly figures: Entries;
  readonly byMunicipality: ReadonlyArray<{
    readonly code: string | null;
    readonly figures: Entries;
    readonly months: ReadonlyArray<{ readonly month: string; readonly figures: Entries }>;
  }>;
  readonly byType: ReadonlyArray<{ readonly type: string | null; readonly figures: Entries }>;
  readonly byMonth: ReadonlyArray<{ readonly month: string; readonly figures: Entries }>;
  readonly discrepancies: ReadonlyArray<object>;
}

/** What a figure counts, be it a value or a ratio. */
const counted = (entries: Entries | undefined, figure: string): number => {
  const { value, numerator } = entries?.[figure] ?? {};
  return Number(value ?? numerator ?? Number.NaN);
};
const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, one) => total + one, 0);

describe('report --year 2021 --json', () => {
  let report: Report;
  let rowOf: (spelling: string) => Promise<Report['byMunicipality'][number] | undefined>;

  beforeAll(async () => {
    const { status, stdout } = await burgernet({ cwd: there.folder }, 'report', '--year', '2021', '--json');
    expect(status).toBe(0);
    report = JSON.parse(stdout);
    const municipalities = await table('municipalities');
    rowOf = async (spelling) => {
      const code = municipalities.find(({ spellings }) => spellings?.split('|').includes(spelling))?.['code'];
      return report.byMunicipality.find((row) => row.code === code);
    };
  });

  it('gives every headline that is a count or a ratio', async () => {
    const perSender = new Map<string, number>();
    for (const { figure = '', sender_kind, part = '', kind, value } of await table('headline')) {
      if (kind === 'rounded') continue;
      const entry = report.figures[figure];
      if (sender_kind !== '') perSender.set(figure, (perSender.get(figure) ?? 0) + Number(value));
      else if (part === 'percentage') expect([figure, entry?.percentage]).toEqual([figure, value]);
      else expect([figure, counted(report.figures, figure)]).toEqual([figure, Number(value)]);
    }
    for (const [figure, value] of perSender) expect(counted(report.figures, figure)).toBe(value);
    expect(report.figures['success.portal']).toMatchObject({
      numerator: 61,
      denominator: 793,
      percentage: '7.7',
    });
    expect(report.figures['success.full']).toMatchObject({
      numerator: 100,
      denominator: 793,
      percentage: '12.6',
    });
  });

  it('gives every row of actions and responses, an empty cell as 0', async () => {
    for (const row of await table('actions-responses')) {
      const figures = (await rowOf(row['municipality'] ?? ''))?.figures;
      expect([
        row['municipality'],
        counted(figures, 'actions'),
        counted(figures, 'actions.with-response'),
        counted(figures, 'responses.0800-0011'),
        counted(figures, 'responses.app'),
      ]).toEqual([
        row['municipality'],
        Number(row['actions']),
        Number(row['with_response']),
        Number(row['calls_0800_0011']),
        Number(row['app_responses']),
      ]);
    }
  });

  it('gives every row of participants, percentages included', async () => {
    for (const row of await table('participants')) {
      const figures = (await rowOf(row['municipality'] ?? ''))?.figures;
      const of = Number(row['inhabitants']);
      expect([
        row['municipality'],
        figures?.['participants.sms-voice'],
        figures?.['participants.mail'],
      ]).toMatchObject([
        row['municipality'],
        {
          numerator: Number(row['sms_voice']),
          denominator: of,
          percentage: Number(row['sms_voice_percentage']).toFixed(1),
        },
        {
          numerator: Number(row['mail']),
          denominator: of,
          percentage: Number(row['mail_percentage']).toFixed(1),
        },
      ]);
    }
  });

  it('gives every row of downloads, month by month', async () => {
    for (const { municipality = '', total, ...months } of await table('app-downloads')) {
      const row = await rowOf(municipality);
      expect(counted(row?.figures, 'app.downloads')).toBe(Number(total));
      expect(
        Object.fromEntries(
          (row?.months ?? []).map(({ month, figures }) => [month, counted(figures, 'app.downloads')]),
        ),
      ).toEqual(Object.fromEntries(Object.entries(months).map(([month, cell]) => [month, Number(cell)])));
    }
  });

  it('gives every row of types', async () => {
    for (const { type, actions } of await table('action-types'))
      expect([type, counted(report.byType.find((row) => row.type === type)?.figures, 'actions')]).toEqual([
        type,
        Number(actions),
      ]);
    expect(counted(report.byType.find(({ type }) => type === null)?.figures, 'actions')).toBe(39);
  });

  it.each([
    'actions',
    'actions.with-response',
    'responses.0800-0011',
    'responses.app',
    'success.portal',
    'success.full',
    'inquiries',
    'prevention',
  ])('adds up: %s of municipalities and "not attributed" to the region, of months to the year', (figure) => {
    const region = counted(report.figures, figure);
    expect(sum(report.byMunicipality.map(({ figures }) => counted(figures, figure)))).toBe(region);
    expect(sum(report.byMonth.map(({ figures }) => counted(figures, figure)))).toBe(region);
  });

  it('shows what does not add up in the publication', () => {
    expect(report.discrepancies).toContainEqual({
      figure: 'actions',
      by: 'municipality',
      rows: 788,
      published: 793,
      difference: 5,
    });
    expect(report.discrepancies).toContainEqual({
      figure: 'actions',
      by: 'type',
      rows: 754,
      published: 793,
      difference: 39,
    });
    expect(report.discrepancies).toHaveLength(8);
  });
});

describe('a report', () => {
  it('shows both pairs side by side, in text and on the page', async () => {
    const text = await burgernet({ cwd: there.folder }, 'report', '--year', '2021');
    expect(text.stdout).toMatch(/61 of 793 = 7\.7 % .*100 of 793 = 12\.6 %/);
    const dutch = await burgernet({ cwd: there.folder }, 'report', '--year', '2021', '--lang', 'nl');
    expect(dutch.stdout).toMatch(/61 van 793 = 7,7 % .*100 van 793 = 12,6 %/);
    const csv = await burgernet({ cwd: there.folder }, 'report', '--format', 'csv', '--lang', 'nl');
    expect(csv.stdout).toMatch(/^\ufefftabel;/);
    const page = await burgernet({ cwd: there.folder }, 'report', '--year', '2021', '--format', 'html');
    expect(page.stdout).toMatch(/61 of 793[\s\S]*100 of 793/);
  });

  it('as known at the end of the year has one percentage twice', async () => {
    const { stdout } = await burgernet({ cwd: there.folder }, 'report', '--as-of', '2021-12-31', '--json');
    const { asOf, figures } = JSON.parse(stdout);
    expect(asOf).toEqual({ registered: '2021-12-31T22:59:59.999Z' });
    for (const figure of ['success.portal', 'success.full'])
      expect(figures[figure]).toMatchObject({ numerator: 61, denominator: 793, percentage: '7.7' });
  });

  it('goes to the file that is named, whole, in the place of what was there', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'year.json'), 'something long ago');
    const store = `sqlite:${join(there.folder, 'burgernet.db')}`;
    const args = ['--store', store, 'report', '--format', 'json', '--out', 'year.json'];
    const { status, stdout, stderr } = await burgernet({ cwd }, ...args);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toMatch(/year\.json/);
    expect(JSON.parse(await readFile(join(cwd, 'year.json'), 'utf8'))).toMatchObject({ year: 2021 });
    const asJson = await burgernet({ cwd }, ...args, '--json', '--quiet');
    expect([JSON.parse(asJson.stdout), asJson.stderr]).toEqual([{ file: 'year.json', format: 'json' }, '']);
  });

  it('says that a folder to write to is not there', async () => {
    const { status, stderr } = await burgernet(
      { cwd: there.folder },
      'report',
      '--out',
      'nowhere/report.txt',
    );
    expect([status, stderr]).toEqual([1, expect.stringMatching(/nowhere/)]);
  });

  it('of a year without events is answered', async () => {
    const { status, stdout } = await burgernet({ cwd: there.folder }, 'report', '--year', '1999', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ year: 1999, figures: { actions: { value: 0 } } });
  });

  it('is not drawn in another form than JSON on standard output that is to be JSON', async () => {
    const { status } = await burgernet({ cwd: there.folder }, 'report', '--json', '--format', 'html');
    expect(status).toBe(2);
    expect((await burgernet({ cwd: there.folder }, 'report', '--format', 'pdf')).status).toBe(2);
  });
});
