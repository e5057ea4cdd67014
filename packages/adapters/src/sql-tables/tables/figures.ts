import type { ActionType, MunicipalityCode, Region } from '@burgernet/domain';
import { annualReport, type FigureEntry, type FiguresByName, type ReadModels } from '@burgernet/projections';
import { figureLabel } from '../../report/labels/figures.js';
import { regionLabel } from '../../report/labels/vocabulary.js';
import { type Names, placeCells, typeCells } from '../names.js';
import { column, nullable, type Row, tableOf } from '../table.js';

const { table, row } = tableOf(
  'figures',
  'A figure of a year of a region or of the country, or of one bucket of it, as `report --json` has it',
  ['row_key'],
  {
    row_key: column('text', 'Tells the row from all others, for those who load only what is new'),
    figure: column('text', 'Name of the figure, such as `success.full`'),
    figure_name: column('text', 'The same in Dutch words'),
    version: column('integer', 'Version of its definition'),
    region: nullable('text', 'Police region; null: the country, in which the regions add up'),
    region_name: column('text', 'Its name'),
    year: column('integer', 'Year, in Europe/Amsterdam'),
    bucket: column(
      'text',
      'What part of the year it is about: `year` (all of it), `month`, `municipality`, `type` or `municipality-month`',
    ),
    month: nullable('integer', 'Month, 1 to 12; null: of all months'),
    municipality_code: nullable(
      'text',
      'CBS code of the municipality; null: of all, or in a bucket of municipalities what is not attributed to any',
    ),
    municipality_name: nullable('text', 'Its name; null: of all'),
    type: nullable(
      'text',
      'Type of action; null: of all, or in the bucket `type` what is of a type that was not recorded',
    ),
    type_name: nullable('text', 'Its name; null: of all'),
    method: nullable(
      'text',
      'Of counts that were taken in several ways, which are never added: the way of this one; null: the figure itself',
    ),
    value: nullable('integer', 'Its value; null: not stated, several methods, or a ratio'),
    numerator: nullable('integer', 'Of a ratio; null: not stated, or no ratio'),
    denominator: nullable('integer', 'Of a ratio; null: not stated, or no ratio'),
    percentage: nullable(
      'decimal',
      'Numerator of denominator, in per cent, rounded half up to one decimal; null: no ratio, not stated, or nothing to divide by',
    ),
    assumed: column('boolean', 'Whether it rests on a reconstruction and no publication states it'),
    incomplete: column('boolean', 'Whether it touches a stream that could not be read to its end'),
  },
);

/** Figures, one a row. */
export const figuresTable = table;

/** A part of a year: what is absent is not what it is divided by. */
interface Bucket {
  readonly bucket: string;
  readonly month?: number;
  readonly municipality?: MunicipalityCode | null;
  readonly type?: ActionType | null;
}

const keyOf = (figure: string, region: Region | null, year: number, of: Bucket, method: string | null) =>
  [
    figure,
    region ?? 'country',
    year,
    of.bucket,
    ...(of.month === undefined ? [] : [of.month]),
    ...(of.municipality === undefined ? [] : [of.municipality ?? 'none']),
    ...(of.type === undefined ? [] : [of.type ?? 'none']),
    ...(method === null ? [] : [method]),
  ].join('/');

/** The row of an entry, and of each method that it was counted by. */
const rowsOf = (
  figure: string,
  entry: FigureEntry,
  region: Region | null,
  year: number,
  of: Bucket,
  names: Names,
): ReadonlyArray<Row> => {
  const place = placeCells(region, of.municipality ?? null, names);
  const type = typeCells(of.type ?? null);
  const one = (method: string | null, value: number | null): Row =>
    row({
      row_key: keyOf(figure, region, year, of, method),
      figure,
      figure_name: figureLabel(figure, 'nl'),
      version: entry.version,
      region,
      region_name: regionLabel(region, 'nl'),
      year,
      bucket: of.bucket,
      month: of.month ?? null,
      municipality_code: place.municipality_code,
      municipality_name: of.municipality === undefined ? null : place.municipality_name,
      type: type.type,
      type_name: of.type === undefined ? null : type.type_name,
      method,
      value,
      numerator: entry.numerator ?? null,
      denominator: entry.denominator ?? null,
      percentage: entry.percentage ?? null,
      assumed: entry.assumed === true,
      incomplete: entry.incomplete === true,
    });
  return [
    one(null, entry.value ?? null),
    ...(entry.byMethod ?? []).map(({ method, value }) => one(method, value)),
  ];
};

const monthIn = (month: string): number => Number(month.slice(5));

/** Every figure of a year of a region; `undefined` is the country. */
export const figureRows = (
  models: ReadModels,
  names: Names,
  year: number,
  region: Region | undefined,
): ReadonlyArray<Row> => {
  const report = annualReport(models, year, 'latest', region);
  const rows = (figures: FiguresByName, of: Bucket): ReadonlyArray<Row> =>
    Object.entries(figures).flatMap(([figure, entry]) =>
      rowsOf(figure, entry, region ?? null, year, of, names),
    );
  return [
    ...rows(report.figures, { bucket: 'year' }),
    ...report.byMonth.flatMap(({ month, figures }) =>
      rows(figures, { bucket: 'month', month: monthIn(month) }),
    ),
    ...report.byMunicipality.flatMap(({ code, figures, months }) => [
      ...rows(figures, { bucket: 'municipality', municipality: code }),
      ...months.flatMap(({ month, figures: ofMonth }) =>
        rows(ofMonth, { bucket: 'municipality-month', month: monthIn(month), municipality: code }),
      ),
    ]),
    ...report.byType.flatMap(({ type, figures }) => rows(figures, { bucket: 'type', type })),
  ];
};
