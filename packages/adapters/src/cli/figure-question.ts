import type { MunicipalityCode, Region } from '@burgernet/domain';
import {
  type AsOf,
  type Definition,
  definitionOf,
  definitions,
  type Query,
  type ReadModels,
  unknownDimensions,
} from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore } from '../event-store/port.js';
import type { Lang, ReportContext } from '../report/context.js';
import type { Context } from './context.js';
import { type Failure, optional, refusal, usage } from './failure.js';
import { type Given, text } from './given.js';
import { knownMunicipalities, municipalityNames } from './known-municipalities.js';
import {
  isReached,
  orNone,
  readAsOf,
  readFigure,
  readMonth,
  readMunicipality,
  readRegion,
  readType,
  readYear,
  regionOr,
  yearOr,
} from './question.js';
import { readModelsOf } from './reading.js';

const dutch: Readonly<Record<string, string>> = { month: 'maand', municipality: 'gemeente', type: 'soort' };

/** Refuses to ask a figure apart by what it does not have, such as the type of a mailing. */
export const askedOf =
  (definition: Definition) =>
  (asked: Asked): E.Either<Failure, Asked> => {
    const without = unknownDimensions(definition, asked.query);
    const { name, dimensions } = definition;
    return without.length === 0
      ? E.right(asked)
      : E.left(
          usage(
            'NoSuchDimension',
            `${name} is not counted by ${without.join(' or ')}; ask it by ${dimensions.join(' or ')}.`,
            `${name} wordt niet per ${without.map((one) => dutch[one]).join(' of ')} geteld; vraag het per ${dimensions.map((one) => dutch[one]).join(' of ')}.`,
            { figure: name, without, dimensions },
          ),
        );
  };

/** Finds the version of a definition that is asked for; the latest where none is. */
export const versionOf =
  (asked: string | undefined) =>
  (latest: Definition): E.Either<Failure, Definition> => {
    if (asked === undefined) return E.right(latest);
    const { name } = latest;
    const versions = definitions.filter((one) => one.name === name).map(({ version }) => version);
    return E.fromNullable(
      refusal(
        'UnknownVersion',
        `${name} has no definition of version "${asked}"; there is ${versions.join(', ')}.`,
        `${name} heeft geen definitie met versie "${asked}"; er is ${versions.join(', ')}.`,
        { figure: name, given: asked, versions },
      ),
    )(/^[0-9]{1,9}$/.test(asked) ? definitionOf(name, Number(asked)) : undefined);
  };

/** What can be read of a question about figures before the store is. */
export interface Question {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly asOf: AsOf;
  readonly region: Region | undefined;
  readonly type: Query['type'];
}

/** Reads what is asked of any figure. */
export const readQuestion = (given: Given): E.Either<Failure, Question> =>
  pipe(
    E.Do,
    E.bind('year', () => optional(text(given, 'year'), readYear)),
    E.bind('month', () => optional(text(given, 'month'), readMonth)),
    E.bind('asOf', () => readAsOf(text(given, 'asOf'), text(given, 'atPosition'))),
    E.bind('region', () => optional(text(given, 'region'), readRegion)),
    E.bind('type', () => optional(text(given, 'type'), orNone(readType))),
  );

/** Reads which figure is asked, and of which version. */
export const readDefinition = (given: Given, name: string): E.Either<Failure, Definition> =>
  pipe(readFigure(name), E.chain(versionOf(text(given, 'definitionVersion'))));

/** A question with all that answers it. */
export interface Asked {
  readonly models: ReadModels;
  readonly names: ReadonlyMap<MunicipalityCode, string>;
  readonly query: Query;
  readonly region: Region | undefined;
  readonly asOf: AsOf;
}

const queryOf = (
  given: Given,
  question: Question,
  names: ReadonlyMap<MunicipalityCode, string>,
  models: ReadModels,
): E.Either<Failure, Query> =>
  pipe(
    E.Do,
    E.bind('municipality', () =>
      optional(text(given, 'municipality'), orNone(readMunicipality(knownMunicipalities(names, models)))),
    ),
    E.bind('year', () => yearOr(question.year, models)),
    E.chainFirst(() => isReached(models.position)(question.asOf)),
    E.map(({ municipality, year }) => ({
      year,
      ...(question.month === undefined ? {} : { month: question.month }),
      ...(municipality === undefined ? {} : { municipality }),
      ...(question.type === undefined ? {} : { type: question.type }),
    })),
  );

/** A question asked of read models that were read already. */
export const askIn = (models: ReadModels, given: Given, question: Question): TE.TaskEither<Failure, Asked> =>
  pipe(
    municipalityNames,
    TE.chainEitherK((names) =>
      pipe(
        queryOf(given, question, names, models),
        E.map((query) => ({
          names,
          models,
          query,
          region: regionOr(question.region, models),
          asOf: question.asOf,
        })),
      ),
    ),
  );

/** Reads what the question needs of an open store. */
export const ask = (
  context: Pick<Context, 'options' | 'terminal'>,
  store: EventStore,
  given: Given,
  question: Question,
): TE.TaskEither<Failure, Asked> =>
  pipe(
    readModelsOf(context, store, { asOf: question.asOf, rebuild: given['rebuild'] === true }),
    TE.chain((models) => askIn(models, given, question)),
  );

/** What an answer is drawn with. */
export const drawingOf = ({ names }: Pick<Asked, 'names'>, lang: Lang): ReportContext => ({
  lang,
  municipalityName: (code) => names.get(code) ?? code,
});
