import { ActionType, type Month, type MunicipalityCode, monthOf, type Region } from '@burgernet/domain';
import type { Definition } from '../figures/definition.js';
import { currentDefinitions } from '../figures/definitions.js';
import { type FigureEntry, Figures } from '../figures/entry.js';
import type { Query } from '../figures/query.js';
import type { AsOf } from '../ledger/as-of.js';
import { measures } from '../ledger/posting.js';
import type { ReadModels } from '../read-models/read-models.js';
import { type Discrepancy, discrepanciesOf } from './discrepancies.js';

/** Figures by name. */
export type FiguresByName = { readonly [name: string]: FigureEntry };

/** The figures of one month. */
export interface MonthRow {
  readonly month: Month;
  readonly figures: FiguresByName;
}

/** The figures of one municipality; code `null` is what is not attributed to any. */
export interface MunicipalityRow {
  readonly code: MunicipalityCode | null;
  readonly figures: FiguresByName;
  /** what is published by month */
  readonly months: ReadonlyArray<MonthRow>;
}

/** The figures of one type of action; `null` is what is not recorded. */
export interface TypeRow {
  readonly type: ActionType | null;
  readonly figures: FiguresByName;
}

/** Every table of a year. */
export interface AnnualReport {
  readonly year: number;
  /** `null`: the country */
  readonly region: Region | null;
  readonly asOf: AsOf;
  /** the position of the last event that was read */
  readonly position: number;
  readonly figures: FiguresByName;
  readonly byMunicipality: ReadonlyArray<MunicipalityRow>;
  readonly byType: ReadonlyArray<TypeRow>;
  readonly byMonth: ReadonlyArray<MonthRow>;
  readonly discrepancies: ReadonlyArray<Discrepancy>;
  /** events that could not be read, as known then */
  readonly quarantined: number;
  readonly reconstructed: boolean;
  /** the titles of the publications that state figures of this year */
  readonly publications: ReadonlyArray<{ readonly title: string; readonly source: string }>;
}

const monthly = new Set(['app.downloads']);
const months = Array.from({ length: 12 }, (_, index) => index + 1);

const by = (code: string | null, other: string | null): number =>
  code === null ? 1 : other === null || code < other ? -1 : 1;

/** The year to report on where none was asked: the latest with actions, else the latest with anything. */
export const latestYear = (models: ReadModels): number | undefined =>
  models.ledger.years('actions').at(-1) ??
  measures
    .flatMap((measure) => models.ledger.years(measure))
    .sort((a, b) => a - b)
    .at(-1);

/**
 * Makes the report of a year: totals, municipalities, types, months, with what was published beside.
 *
 * @param region absent: the country, in which the regions add up
 */
export const annualReport = (models: ReadModels, year: number, asOf: AsOf, region?: Region): AnnualReport => {
  const figures = new Figures(models, asOf, region);
  const entries = (query: Query, isWanted: (definition: Definition) => boolean): FiguresByName =>
    Object.fromEntries(
      currentDefinitions
        .filter(isWanted)
        .map((definition) => [definition.name, figures.entry(definition, query)]),
    );
  const cells = measures.flatMap((measure) => figures.slice.cells(measure, year));
  const published = figures.published(year);
  const municipalities = new Set<MunicipalityCode | null>(
    cells.filter(({ presence }) => presence > 0).map(({ municipality }) => municipality),
  );
  for (const { key } of published.rows) if (key.municipality != null) municipalities.add(key.municipality);
  municipalities.add(null);
  const types: ReadonlyArray<ActionType | null> = [...ActionType.values, null];
  const publications = new Map(
    [...models.streams.publications()]
      .flatMap(({ state }) => state?.tables ?? [])
      .filter((table) => table.region === region && table.period.slice(0, 4) === String(year))
      .map(({ title, source }) => [title, { title, source }]),
  );
  return {
    year,
    region: region ?? null,
    asOf,
    position: models.position,
    figures: entries({ year }, () => true),
    byMunicipality: [...municipalities].sort(by).map((code) => ({
      code,
      figures: entries({ year, municipality: code }, ({ dimensions }) => dimensions.includes('municipality')),
      months: months.map((month) => ({
        month: monthOf(year, month),
        figures: entries({ year, month, municipality: code }, ({ name }) => monthly.has(name)),
      })),
    })),
    byType: types.map((type) => ({
      type,
      figures: entries({ year, type }, ({ dimensions }) => dimensions.includes('type')),
    })),
    byMonth: months.map((month) => ({
      month: monthOf(year, month),
      figures: entries({ year, month }, ({ dimensions }) => dimensions.includes('month')),
    })),
    discrepancies: discrepanciesOf(published),
    quarantined: models.quarantine.count(asOf),
    reconstructed: currentDefinitions.some((definition) => models.isReconstructed(definition, region, year)),
    publications: [...publications.values()],
  };
};
