import { reportHtml, reportJson, reportText } from '@burgernet/adapters';
import type { AnnualReport, FigureEntry } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { theYear2021 } from './the-year-2021.js';

const year = await theYear2021();
const context = year.context('en');

/** The year with another figure of successes. */
const withFull = (of: number, entry: FigureEntry): AnnualReport => {
  const report = year.report();
  return { ...report, year: of, figures: { ...report.figures, 'success.full': entry } };
};
const ratio: FigureEntry = { version: 1, numerator: 61, denominator: 793, percentage: '7.7' };
const report = withFull(2021, { ...ratio, assumed: true });
const beside = withFull(2020, { ...ratio, percentage: '12.6', incomplete: true });

describe('two years beside each other, as people read them', () => {
  it('have a mark at the percentage as at the count, each year its own', () => {
    const [, table = ''] = reportText(report, { ...context, beside }).split('2021 beside 2020');
    const [part = ''] = table.split('Actions, responses and reach');
    expect(part).toMatch(/61! +61\* /);
    expect(part).toMatch(/12\.6 %! +7\.7 %\*/);
    expect(part).not.toMatch(/12\.6 %!?\*|7\.7 %!/);
  });

  it('keep the two counts and their difference together, and the two shares', () => {
    const headers = reportText(report, { ...context, beside })
      .split('\n')
      .filter((line) => line.includes('2020') && line.startsWith('Figure'));
    expect(headers.map((line) => line.split(/ {2,}/))).toEqual([
      ['Figure', '2020', '2021', 'Change'],
      ['Figure', 'share 2020', 'share 2021', 'Factor'],
    ]);
  });

  it('call every figure by its whole name, on two lines where it is long', () => {
    const text = reportText(report, { ...context, beside });
    const [, table = ''] = text.split('2021 beside 2020');
    expect(table.split('Actions, responses and reach')[0]).not.toContain('…');
    expect(text).toMatch(/\nRegistered later, moment of the find .*\n {2}unknown\n/);
  });

  it('fit in 80 columns', () => {
    const lines = reportText(report, { ...context, beside }).split('\n');
    expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
  });

  it('fit in 80 columns in either language, however large the numbers and long the names', () => {
    const large: FigureEntry = {
      version: 1,
      numerator: 9_999_999,
      denominator: 9_999_999,
      percentage: '100.0',
    };
    const of = (one: AnnualReport): AnnualReport => ({
      ...one,
      figures: Object.fromEntries(
        Object.keys(one.figures).map((name) => [
          name,
          name.startsWith('reach')
            ? {
                version: 1,
                value: null,
                assumed: true,
                byMethod: [{ method: 'as-published'.repeat(4), value: 1 }],
              }
            : { ...large, assumed: true, incomplete: true },
        ]),
      ),
    });
    for (const lang of ['nl', 'en'] as const) {
      const text = reportText(of(report), { ...year.context(lang), beside: of(beside) });
      expect(text.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    }
  });

  it('say of which of the two it is a reconstruction, and what was published of either', async () => {
    const source = { title: 'Jaarbericht 2020', source: 'Burgernet' };
    const older: AnnualReport = { ...beside, publications: [source] };
    const recorded: AnnualReport = { ...report, year: 2022, reconstructed: false, publications: [] };
    const said = async (of: AnnualReport, with_: AnnualReport): Promise<ReadonlyArray<string>> => {
      const both = { ...context, beside: with_ };
      return [reportText(of, both), await reportHtml(of, both)(), reportJson(of, both).provenance];
    };
    for (const text of await said(recorded, older)) {
      expect(text.replace(/\s+/g, ' ')).toContain('2020 is a reconstruction: the history behind it');
      expect(text).toContain('Jaarbericht 2020');
      expect(text).not.toContain('as they were recorded');
    }
    for (const text of await said(older, recorded)) expect(text).toContain('2020 is a reconstruction');
    for (const text of await said(report, older)) expect(text).toContain('This is a reconstruction');
    for (const text of await said(recorded, recorded)) {
      expect(text).not.toContain('is a reconstruction');
      expect(text).toContain('as they were recorded');
    }
  });

  it('sort by the percentage and not by its letters', async () => {
    const [, table = ''] = (await reportHtml(report, { ...context, beside })()).split('id="comparison"');
    expect(table.split('</table>')[0]).toMatch(/data-sort="12\.6"/);
  });
});
