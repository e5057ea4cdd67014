import type { AnnualReport, FigureEntry } from '@burgernet/projections';
import { amountOf } from '../beside.js';
import type { ReportContext } from '../context.js';
import { notAttributedLabel, regionLabel, shortMonthLabel } from '../labels/vocabulary.js';
import { inNameOrder } from './name-order.js';
import { notesOn } from './notes.js';
import { amountCell, numeric, type Row, type Table } from './table.js';

const figure = 'app.downloads';

/** New downloads of the app per month in each municipality, with the year's total. */
export const downloadsTable = (report: AnnualReport, { lang, municipalityName }: ReportContext): Table => {
  const year = { nl: 'Jaar', en: 'Year' }[lang];
  const rowOf = (
    name: string,
    months: ReadonlyArray<FigureEntry | undefined>,
    total: FigureEntry | undefined,
  ): Row => ({ name, cells: [...months, total].map((entry) => amountCell(entry, lang)) });
  const stated = report.byMunicipality
    .filter(({ figures }) => {
      const entry = figures[figure];
      return entry !== undefined && (amountOf(entry) !== null || entry.published !== undefined);
    })
    .map(({ code, figures, months }) => ({
      isBucket: code === null,
      name: code === null ? notAttributedLabel(lang) : municipalityName(code),
      months: months.map((month) => month.figures[figure]),
      total: figures[figure],
    }));
  const municipalities = stated
    .filter(({ isBucket }) => !isBucket)
    .sort((a, b) => inNameOrder(a.name, b.name));
  return {
    id: 'downloads-by-month',
    title: {
      nl: 'Nieuwe downloads van de app per maand',
      en: 'New downloads of the app per month',
    }[lang],
    rowLabel: { nl: 'Gemeente', en: 'Municipality' }[lang],
    columns: [...report.byMonth.map((_, index) => numeric(shortMonthLabel(index + 1, lang))), numeric(year)],
    rows: municipalities.map(({ name, months, total }) => rowOf(name, months, total)),
    totals: [
      ...stated
        .filter(({ isBucket }) => isBucket)
        .map(({ name, months, total }) => rowOf(name, months, total)),
      rowOf(
        regionLabel(report.region, lang),
        report.byMonth.map(({ figures }) => figures[figure]),
        report.figures[figure],
      ),
    ],
    notes: notesOn(
      municipalities.flatMap(({ name, months, total }) =>
        [...months, total].flatMap((entry) => (entry === undefined ? [] : [{ row: name, figure, entry }])),
      ),
      lang,
    ),
  };
};
