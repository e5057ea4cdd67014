import {
  type Definition,
  Figures,
  type Query,
  type ReadModels,
  unknownDimensions,
} from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { figureJson } from '../../report/json/figure-json.js';
import { figureText } from '../../report/text/figure-text.js';
import type { Done, Run } from '../context.js';
import { type Failure, optional, usage } from '../failure.js';
import { type Given, text } from '../given.js';
import { knownMunicipalities, municipalityNames } from '../known-municipalities.js';
import {
  isReached,
  readAsOf,
  readFigure,
  readMonth,
  readMunicipality,
  readRegion,
  readType,
  readYear,
  regionOr,
  yearOr,
} from '../question.js';
import { readModels } from '../reading.js';

const dutch: Readonly<Record<string, string>> = { month: 'maand', municipality: 'gemeente', type: 'soort' };

/** Refuses to ask a figure apart by what it does not have, such as the type of a mailing. */
const isAskedByItsDimensions =
  (definition: Definition) =>
  (query: Query): E.Either<Failure, Query> => {
    const without = unknownDimensions(definition, query);
    const { name, dimensions } = definition;
    return without.length === 0
      ? E.right(query)
      : E.left(
          usage(
            'NoSuchDimension',
            `${name} is not counted by ${without.join(' or ')}; ask it by ${dimensions.join(' or ')}.`,
            `${name} wordt niet per ${without.map((one) => dutch[one]).join(' of ')} geteld; vraag het per ${dimensions.map((one) => dutch[one]).join(' of ')}.`,
            { figure: name, without, dimensions },
          ),
        );
  };

/** What can be read of the question before the store is. */
const questionOf = (given: Given, name: string) =>
  pipe(
    E.Do,
    E.bind('year', () => optional(text(given, 'year'), readYear)),
    E.bind('month', () => optional(text(given, 'month'), readMonth)),
    E.bind('asOf', () => readAsOf(text(given, 'asOf'), text(given, 'atPosition'))),
    E.bind('definition', () => readFigure(name)),
    E.bind('region', () => optional(text(given, 'region'), readRegion)),
    E.bind('type', () => optional(text(given, 'type'), readType)),
  );

/** `burgernet figure NAME`: one figure, by the options given. */
export const figure: Run = (context, given, [name = '']) =>
  pipe(
    TE.Do,
    TE.bind('question', () => TE.fromEither(questionOf(given, name))),
    TE.bind('names', () => municipalityNames),
    TE.bind(
      'models',
      ({ question }): TE.TaskEither<Failure, ReadModels> =>
        readModels(context, { asOf: question.asOf, rebuild: given['rebuild'] === true }),
    ),
    TE.bindW('asked', ({ question, names, models }) =>
      TE.fromEither(
        pipe(
          E.Do,
          E.bind('municipality', () =>
            optional(text(given, 'municipality'), readMunicipality(knownMunicipalities(names, models))),
          ),
          E.bind('year', () => yearOr(question.year, models)),
          E.chainFirst(() => isReached(models.position)(question.asOf)),
          E.chain(({ municipality, year }) =>
            isAskedByItsDimensions(question.definition)({
              year,
              ...(question.month === undefined ? {} : { month: question.month }),
              ...(municipality === undefined ? {} : { municipality }),
              ...(question.type === undefined ? {} : { type: question.type }),
            }),
          ),
        ),
      ),
    ),
    TE.chainTaskK(({ question, names, models, asked }) => async (): Promise<Done> => {
      const { terminal, options } = context;
      const { definition, asOf } = question;
      const region = regionOr(question.region, models);
      const entry = new Figures(models, asOf, region).entry(definition, asked);
      const answer = { name: definition.name, entry, query: asked, region: region ?? null, asOf };
      await terminal.print(
        options.json
          ? `${JSON.stringify(figureJson(answer))}\n`
          : figureText(answer, {
              lang: options.language,
              municipalityName: (code) => names.get(code) ?? code,
            }),
      );
      return 0;
    }),
  );
