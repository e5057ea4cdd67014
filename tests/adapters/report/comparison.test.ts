import { reportHtml, reportText } from '@burgernet/adapters';
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
    expect(part).toMatch(/61! +12\.6 %!/);
    expect(part).toMatch(/7\.7 %\*/);
    expect(part).not.toMatch(/12\.6 %!?\*|7\.7 %!/);
  });

  it('fit in 80 columns', () => {
    const lines = reportText(report, { ...context, beside }).split('\n');
    expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
  });

  it('sort by the percentage and not by its letters', async () => {
    const [, table = ''] = (await reportHtml(report, { ...context, beside })()).split('id="comparison"');
    expect(table.split('</table>')[0]).toMatch(/data-sort="12\.6"/);
  });
});
