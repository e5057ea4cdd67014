import {
  type AnnualReport,
  type ComparedFigure,
  compareYears,
  type FigureEntry,
} from '@burgernet/projections';
import { type Mark, marksOf } from '../beside.js';
import type { Lang } from '../context.js';
import { figureLabel } from '../labels/figures.js';
import { count, decimal, notStated, signed } from '../numbers.js';
import { type Cell, numeric, percentageCell, type Row, type Table, words } from './table.js';

/** The marks of one of the two years; what is not stated is not assumed. */
const marksOfYear = (entry: FigureEntry | undefined, amount: number | null): ReadonlyArray<Mark> =>
  entry === undefined
    ? []
    : marksOf(entry).filter((mark) => mark === 'incomplete' || (mark === 'assumed' && amount !== null));

const counted = (entry: FigureEntry | undefined, amount: number | null, lang: Lang): Cell => ({
  text: count(amount, lang),
  marks: marksOfYear(entry, amount),
  sort: amount,
});

const changed = ({ change, assumed, incomplete }: ComparedFigure, lang: Lang): Cell => ({
  text: signed(change, lang),
  marks:
    change === null
      ? []
      : [
          ...(incomplete === true ? ['incomplete' as const] : []),
          ...(assumed === true ? ['assumed' as const] : []),
        ],
  sort: change,
});

const times = (factor: string | null, lang: Lang): Cell => ({
  text: factor === null ? notStated : `× ${decimal(factor, lang)}`,
  marks: [],
  sort: factor === null ? null : Number(factor),
});

/** The percentage of one of the two years, with its marks; nothing where the figure is no ratio. */
const share = (entry: FigureEntry | undefined, lang: Lang): Cell =>
  entry?.percentage == null ? words('') : percentageCell(entry, lang);

const row = (one: ComparedFigure, report: AnnualReport, other: AnnualReport, lang: Lang): Row => {
  const { name, method, from, to, factor } = one;
  const label = figureLabel(name, lang);
  return {
    name: method === undefined ? label : `${label} (${method})`,
    cells: [
      counted(other.figures[name], from, lang),
      counted(report.figures[name], to, lang),
      changed(one, lang),
      share(other.figures[name], lang),
      share(report.figures[name], lang),
      times(factor, lang),
    ],
  };
};

/**
 * Every figure of the year beside another year: what changed, as a number and as a factor. Where not all
 * columns fit beside each other, the counts stay together, and the shares.
 */
export const comparisonTable = (report: AnnualReport, other: AnnualReport, lang: Lang): Table => {
  const say = (en: string, nl: string): string => ({ en, nl })[lang];
  const part = say('share', 'aandeel');
  return {
    id: 'comparison',
    title: say(`${report.year} beside ${other.year}`, `${report.year} naast ${other.year}`),
    rowLabel: say('Figure', 'Cijfer'),
    columns: [
      numeric(String(other.year)),
      numeric(String(report.year)),
      numeric(say('Change', 'Verschil')),
      numeric(`${part} ${other.year}`),
      numeric(`${part} ${report.year}`),
      numeric(say('Factor', 'Factor')),
    ],
    rows: compareYears(report, other)
      .filter(({ from, to }) => from !== null || to !== null)
      .map((one) => row(one, report, other, lang)),
    totals: [],
    notes: [
      say(
        `${notStated} stands where one of the two years states nothing, or where there is nothing to multiply.`,
        `${notStated} staat waar een van de twee jaren niets vermeldt, of waar er niets te vermenigvuldigen is.`,
      ),
    ],
  };
};
