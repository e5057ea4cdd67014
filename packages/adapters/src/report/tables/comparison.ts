import { type AnnualReport, type ComparedFigure, compareYears } from '@burgernet/projections';
import type { Lang } from '../context.js';
import { figureLabel } from '../labels/figures.js';
import { count, decimal, notStated, percent } from '../numbers.js';
import { type Cell, numeric, plainCount, type Row, type Table, words } from './table.js';

const signed = (change: number | null, lang: Lang): Cell => {
  if (change === null) return { text: notStated, marks: [], sort: null };
  const sign = change > 0 ? '+' : change < 0 ? '−' : '';
  return { text: `${sign}${count(Math.abs(change), lang)}`, marks: [], sort: change };
};

const times = (factor: string | null, lang: Lang): Cell => ({
  text: factor === null ? notStated : `× ${decimal(factor, lang)}`,
  marks: [],
  sort: factor === null ? null : Number(factor),
});

const share = (percentage: string | null, lang: Lang): Cell =>
  percentage === null ? words('') : words(percent(percentage, lang));

const row = (
  { name, from, to, fromPercentage, toPercentage, change, factor }: ComparedFigure,
  lang: Lang,
): Row => ({
  name: figureLabel(name, lang),
  cells: [
    plainCount(from, lang),
    share(fromPercentage, lang),
    plainCount(to, lang),
    share(toPercentage, lang),
    signed(change, lang),
    times(factor, lang),
  ],
});

/** Every figure of the year beside another year: what changed, as a number and as a factor. */
export const comparisonTable = (report: AnnualReport, other: AnnualReport, lang: Lang): Table => {
  const say = (en: string, nl: string): string => ({ en, nl })[lang];
  const part = say('share', 'aandeel');
  return {
    id: 'comparison',
    title: say(`${report.year} beside ${other.year}`, `${report.year} naast ${other.year}`),
    rowLabel: say('Figure', 'Cijfer'),
    columns: [
      numeric(String(other.year)),
      numeric(part),
      numeric(String(report.year)),
      numeric(part),
      numeric(say('Change', 'Verschil')),
      numeric(say('Factor', 'Factor')),
    ],
    rows: compareYears(report, other)
      .filter(({ from, to }) => from !== null || to !== null)
      .map((one) => row(one, lang)),
    totals: [],
    notes: [
      say(
        `${notStated} stands where one of the two years states nothing, or where there is nothing to multiply.`,
        `${notStated} staat waar een van de twee jaren niets vermeldt, of waar er niets te vermenigvuldigen is.`,
      ),
    ],
  };
};
