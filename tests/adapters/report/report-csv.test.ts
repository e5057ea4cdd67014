import { reportCsv } from '@burgernet/adapters';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { utc } from '../../support/log.js';
import { hostileContext, hostileYear } from './hostile-year.js';
import { theYear2021 } from './the-year-2021.js';

const year = await theYear2021();
const dutch = reportCsv(year.report(), year.context('nl'));
const english = reportCsv(year.report(), year.context('en'));

const read = (file: string, delimiter: string): ReadonlyArray<Record<string, string>> =>
  parse(file, { columns: true, delimiter, bom: true, record_delimiter: '\r\n' });

describe('the report as CSV', () => {
  it('opens in a Dutch spreadsheet: byte order mark, semicolons, decimal commas', () => {
    expect(dutch.startsWith('\uFEFFtabel;regio;jaar;')).toBe(true);
    const rows = read(dutch, ';');
    const [percentage] = rows.filter(
      ({ tabel, cijfer, deel }) => tabel === 'region' && cijfer === 'success.portal' && deel === 'percentage',
    );
    expect(percentage).toMatchObject({ waarde: '7,7', gepubliceerd: '7,7', gepubliceerd_als: 'exact' });
  });

  it('is what RFC 4180 describes in English', () => {
    expect(english.startsWith('table,region,year,')).toBe(true);
    expect(english.endsWith('\r\n')).toBe(true);
    expect(english.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows = read(english, ',');
    const almere = rows.filter(
      ({ table, municipality, figure }) =>
        table === 'municipality' && municipality === 'Almere' && figure === 'actions',
    );
    expect(almere).toHaveLength(1);
    expect(almere[0]).toMatchObject({ municipality_code: 'GM0034', value: '105', assumed: 'no' });
  });

  it('holds every cell of the published tables', () => {
    const cells = read(english, ',').filter(({ published, table }) => {
      return published !== '' && table?.startsWith('discrepancy') === false;
    });
    const count = (table: string, figure: string): number =>
      cells.filter((row) => row['table'] === table && row['figure'] === figure).length;
    expect(count('municipality', 'actions')).toBe(38);
    expect(count('municipality-month', 'app.downloads')).toBe(39 * 12);
    expect(count('municipality', 'participants.mail')).toBe(38 * 3);
    expect(count('type', 'actions')).toBe(24);
  });

  it('leaves empty what is not stated, which is not 0', () => {
    const rows = read(english, ',');
    const reach = rows.find(({ table, figure }) => table === 'region' && figure === 'reach.sms');
    expect(reach?.['value']).toBe('');
    const calls = rows.find(
      ({ municipality, figure }) => municipality === 'Blaricum' && figure === 'responses.0800-0011',
    );
    expect(calls).toMatchObject({ value: '0', published: '', published_as: 'not-stated', assumed: 'yes' });
  });

  it('says in every row as known when, and by which of the two ways', () => {
    const answers = [
      [{ registered: utc('2021-12-31T22:59:59.999') }, 'registered 2021-12-31T22:59:59.999Z'],
      [{ logged: 3_000 }, 'logged 3000'],
      ['latest', 'latest'],
    ] as const;
    for (const [asOf, said] of answers) {
      const rows = read(reportCsv(year.report(asOf), year.context('nl')), ';');
      expect(new Set(rows.map((row) => row['bekend_op']))).toEqual(new Set([said]));
    }
  });

  it('has a row for each difference', () => {
    const rows = read(english, ',').filter(({ table }) => table?.startsWith('discrepancy') === true);
    expect(rows).toHaveLength(8);
    expect(rows).toContainEqual(
      expect.objectContaining({
        table: 'discrepancy-by-type',
        figure: 'actions',
        value: '754',
        published: '793',
      }),
    );
  });

  it('holds no cell that a spreadsheet would run', () => {
    for (const [lang, delimiter] of [
      ['nl', ';'],
      ['en', ','],
    ] as const) {
      const rows = read(reportCsv(hostileYear(), hostileContext(lang)), delimiter);
      const cells = rows.flatMap((row) => Object.values(row));
      expect(cells.some((cell) => cell.includes('<script>'))).toBe(true);
      expect(cells.filter((cell) => /^\s*[=+@-]/.test(cell))).toEqual([]);
    }
  });

  it('is the same file every time', () => {
    expect(reportCsv(year.report(), year.context('en'))).toBe(english);
  });
});
