import type { MunicipalityCode } from '@burgernet/domain';
import type { ReadModels } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { readMunicipalities } from '../interchange/tables/read-tables.js';
import type { ReportContext } from '../report/context.js';
import { type Failure, failureOf } from './failure.js';
import type { Language } from './language.js';

/** Names of municipalities by code, from the reference data that comes with this package. */
export const municipalityNames: TE.TaskEither<Failure, ReadonlyMap<MunicipalityCode, string>> = pipe(
  readMunicipalities(),
  TE.bimap(failureOf(1), (rows) => new Map(rows.map(({ code, name }) => [code, name]))),
);

/** What a text about figures or actions is drawn with. */
export const reportContext = (lang: Language): TE.TaskEither<Failure, ReportContext> =>
  pipe(
    municipalityNames,
    TE.map((names) => ({ lang, municipalityName: (code) => names.get(code) ?? code })),
  );

/**
 * The municipalities that are known: those of the reference data with their names, and those that stand
 * in an event of the store.
 */
export const knownMunicipalities = (
  names: ReadonlyMap<MunicipalityCode, string>,
  models: ReadModels,
): ReadonlyMap<MunicipalityCode, string | undefined> =>
  new Map<MunicipalityCode, string | undefined>([
    ...[...models.municipalities].map((code) => [code, undefined] as const),
    ...names,
  ]);
