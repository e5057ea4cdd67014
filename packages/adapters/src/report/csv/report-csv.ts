import {
  type AnnualReport,
  type AsOf,
  type ComparedFigure,
  compareYears,
  type Discrepancy,
  type FiguresByName,
} from '@burgernet/projections';
import type { Lang, ReportContext } from '../context.js';
import { figureLabel } from '../labels/figures.js';
import { notAttributedLabel, typeLabel } from '../labels/vocabulary.js';
import { type CsvCell, csvFile } from './dialect.js';
import { partsOf } from './figure-rows.js';

const header: Readonly<Record<Lang, ReadonlyArray<string>>> = {
  nl: [
    'tabel',
    'regio',
    'jaar',
    'bekend_op',
    'gemeentecode',
    'gemeente',
    'soortcode',
    'soort',
    'maand',
    'cijfer',
    'omschrijving',
    'versie',
    'deel',
    'methode',
    'waarde',
    'gepubliceerd',
    'gepubliceerd_als',
    'aangenomen',
    'onvolledig',
  ],
  en: [
    'table',
    'region',
    'year',
    'as_of',
    'municipality_code',
    'municipality',
    'type_code',
    'type',
    'month',
    'figure',
    'description',
    'version',
    'part',
    'method',
    'value',
    'published',
    'published_as',
    'assumed',
    'incomplete',
  ],
};

/** Where a row stands; an absent part is the whole, or not asked apart. */
interface Place {
  readonly table: string;
  readonly municipality?: { readonly code: string; readonly name: string };
  readonly type?: { readonly code: string; readonly name: string };
  readonly month?: string;
}

const text = (value: string): CsvCell => ({ text: value });
const number = (value: number | string | null): CsvCell => ({
  number: value === null ? null : String(value),
});
const yesOrNo = (is: boolean, lang: Lang): CsvCell =>
  text({ nl: is ? 'ja' : 'nee', en: is ? 'yes' : 'no' }[lang]);

/** As known when, and by which of the two ways: `registered 2021-12-31T22:59:59.999Z`, `logged 3000`. */
const asOfText = (asOf: AsOf): string => {
  if (asOf === 'latest') return asOf;
  return 'logged' in asOf ? `logged ${asOf.logged}` : `registered ${asOf.registered}`;
};

const placeCells = (
  { region, year, asOf }: AnnualReport,
  place: Place,
  figure: string,
  lang: Lang,
): ReadonlyArray<CsvCell> => [
  text(place.table),
  text(region ?? ''),
  number(year),
  text(asOfText(asOf)),
  text(place.municipality?.code ?? ''),
  text(place.municipality?.name ?? ''),
  text(place.type?.code ?? ''),
  text(place.type?.name ?? ''),
  text(place.month ?? ''),
  text(figure),
  text(figureLabel(figure, lang)),
];

const figureRows = (
  report: AnnualReport,
  place: Place,
  figures: FiguresByName,
  lang: Lang,
): ReadonlyArray<ReadonlyArray<CsvCell>> =>
  Object.entries(figures).flatMap(([name, entry]) =>
    partsOf(entry).map(({ part, method, value, published }) => [
      ...placeCells(report, place, name, lang),
      number(entry.version),
      text(part),
      text(method ?? ''),
      number(value),
      number(published?.value ?? null),
      text(published?.kind ?? ''),
      yesOrNo(entry.assumed === true, lang),
      yesOrNo(entry.incomplete === true, lang),
    ]),
  );

const discrepancyRow = (
  report: AnnualReport,
  { figure, by, rows, published, kind }: Discrepancy,
  lang: Lang,
): ReadonlyArray<CsvCell> => [
  ...placeCells(report, { table: `discrepancy-by-${by}` }, figure, lang),
  number(null),
  text('value'),
  text(''),
  number(rows),
  number(published),
  text(kind),
  yesOrNo(false, lang),
  yesOrNo(false, lang),
];

/** What became of a figure since another year, as a number and as a factor. */
const comparedRows = (
  report: AnnualReport,
  { name, method, change, factor, assumed, incomplete }: ComparedFigure,
  lang: Lang,
): ReadonlyArray<ReadonlyArray<CsvCell>> =>
  [['change', change] as const, ['factor', factor] as const].map(([part, value]) => [
    ...placeCells(report, { table: 'comparison' }, name, lang),
    number(report.figures[name]?.version ?? null),
    text(part),
    text(method ?? ''),
    number(value),
    number(null),
    text(''),
    yesOrNo(assumed === true, lang),
    yesOrNo(incomplete === true, lang),
  ]);

/**
 * The report as a tidy file: one number a row, with the figure, the key and the part it is of, what was
 * printed of it and as what. An empty value is not stated, which is not 0; codes are the same in every
 * language.
 */
export const reportCsv = (
  report: AnnualReport,
  { lang, municipalityName, beside }: ReportContext,
): string => {
  const none = 'none';
  const municipalities = report.byMunicipality.map(({ code, figures, months }) => ({
    municipality:
      code === null ? { code: none, name: notAttributedLabel(lang) } : { code, name: municipalityName(code) },
    figures,
    months,
  }));
  const rows = [
    ...figureRows(report, { table: 'region' }, report.figures, lang),
    ...municipalities.flatMap(({ municipality, figures }) =>
      figureRows(report, { table: 'municipality', municipality }, figures, lang),
    ),
    ...municipalities.flatMap(({ municipality, months }) =>
      months.flatMap(({ month, figures }) =>
        figureRows(report, { table: 'municipality-month', municipality, month }, figures, lang),
      ),
    ),
    ...report.byType.flatMap(({ type, figures }) => {
      const place = { table: 'type', type: { code: type ?? none, name: typeLabel(type, lang) } };
      return figureRows(report, place, figures, lang);
    }),
    ...report.byMonth.flatMap(({ month, figures }) =>
      figureRows(report, { table: 'month', month }, figures, lang),
    ),
    ...report.discrepancies.map((one) => discrepancyRow(report, one, lang)),
    ...(beside === undefined
      ? []
      : [
          ...figureRows(beside, { table: 'compared-with' }, beside.figures, lang),
          ...compareYears(report, beside).flatMap((one) => comparedRows(report, one, lang)),
        ]),
  ];
  return csvFile(header[lang], rows, lang);
};
