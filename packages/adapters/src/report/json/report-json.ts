import type { ActionType, Month, MunicipalityCode, Region } from '@burgernet/domain';
import {
  type AnnualReport,
  type AsOf,
  type ComparedFigure,
  compareYears,
  type Discrepancy,
  type FiguresByName,
} from '@burgernet/projections';
import type { Proven } from '../../audit/proven/proven.js';
import type { ReportContext } from '../context.js';
import { notAttributedLabel, typeLabel } from '../labels/vocabulary.js';
import { provenance, yearsDrawn } from '../provenance.js';

/** The figures of one month, in JSON. */
export interface MonthJson {
  readonly month: Month;
  readonly figures: FiguresByName;
}

/** `report --json`: every table of a year as one JSON value. Names of figures are those of the library. */
export interface ReportJson {
  readonly year: number;
  /** `null`: the country */
  readonly region: Region | null;
  readonly asOf: AsOf;
  /** how far it is proven that this was known then; absent of what is known now */
  readonly proven?: Proven;
  readonly position: number;
  readonly figures: FiguresByName;
  readonly byMunicipality: ReadonlyArray<{
    readonly code: MunicipalityCode | null;
    readonly name: string;
    readonly figures: FiguresByName;
    readonly months: ReadonlyArray<MonthJson>;
  }>;
  readonly byType: ReadonlyArray<{
    readonly type: ActionType | null;
    readonly name: string;
    readonly figures: FiguresByName;
  }>;
  readonly byMonth: ReadonlyArray<MonthJson>;
  readonly discrepancies: ReadonlyArray<Omit<Discrepancy, 'kind'>>;
  readonly quarantined: number;
  readonly provenance: string;
  /** every figure beside the same of another year, where one is compared with */
  readonly compare?: { readonly year: number; readonly figures: ReadonlyArray<ComparedFigure> };
}

/** The report as a JSON value; only the names and the provenance depend on the language. */
export const reportJson = (
  report: AnnualReport,
  { lang, municipalityName, beside, proven }: ReportContext,
): ReportJson => ({
  year: report.year,
  region: report.region,
  asOf: report.asOf,
  ...(proven === undefined ? {} : { proven }),
  position: report.position,
  figures: report.figures,
  byMunicipality: report.byMunicipality.map(({ code, figures, months }) => ({
    code,
    name: code === null ? notAttributedLabel(lang) : municipalityName(code),
    figures,
    months,
  })),
  byType: report.byType.map(({ type, figures }) => ({ type, name: typeLabel(type, lang), figures })),
  byMonth: report.byMonth,
  discrepancies: report.discrepancies.map(({ figure, by, rows, published, difference }) => ({
    figure,
    by,
    rows,
    published,
    difference,
  })),
  quarantined: report.quarantined,
  provenance: provenance(yearsDrawn(report, beside), lang).join(' '),
  ...(beside === undefined ? {} : { compare: { year: beside.year, figures: compareYears(report, beside) } }),
});
