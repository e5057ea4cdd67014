import { MunicipalityCode } from '@burgernet/domain';
import type { ReadModels } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { readMunicipalities } from '../interchange/tables/read-tables.js';
import { type Failure, failureOf } from './failure.js';

/** Names of municipalities by code, from the reference data that comes with this package. */
export const municipalityNames: TE.TaskEither<Failure, ReadonlyMap<MunicipalityCode, string>> = pipe(
  readMunicipalities(),
  TE.bimap(failureOf(1), (rows) => new Map(rows.map(({ code, name }) => [code, name]))),
);

/** The codes that stand in an event of the store, as the streams are now. */
const codesIn = ({ streams }: ReadModels): ReadonlyArray<MunicipalityCode> => [
  ...[...streams.actions.values()].flatMap(({ state }) =>
    state === undefined ? [] : [state.facts.municipality ?? [], state.facts.touched].flat(),
  ),
  ...[...streams.mailings.values()].flatMap(({ state }) =>
    [state?.municipality, state?.sender.code].filter(MunicipalityCode.is),
  ),
  ...[...streams.municipalities.values()].flatMap(({ id }) => {
    const code = id.slice(0, 6);
    return MunicipalityCode.is(code) ? [code] : [];
  }),
  ...[...streams.publications.values()].flatMap(({ state }) =>
    (state?.tables ?? []).flatMap(({ rows }) => rows.flatMap(({ key }) => key.municipality ?? [])),
  ),
];

/**
 * The municipalities that are known: those of the reference data with their names, and those that stand
 * in an event of the store.
 */
export const knownMunicipalities = (
  names: ReadonlyMap<MunicipalityCode, string>,
  models: ReadModels,
): ReadonlyMap<MunicipalityCode, string | undefined> =>
  new Map<MunicipalityCode, string | undefined>([
    ...codesIn(models).map((code) => [code, undefined] as const),
    ...names,
  ]);
