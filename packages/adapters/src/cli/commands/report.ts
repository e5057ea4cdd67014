import { annualReport } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Context, Done, Run } from '../context.js';
import { draw, type Format, formats } from '../draw.js';
import { type Failure, optional, usage } from '../failure.js';
import { type Given, text } from '../given.js';
import { municipalityNames } from '../known-municipalities.js';
import { provenOf } from '../proven.js';
import { isReached, readAsOf, readRegion, readYear, regionOr, yearOr } from '../question.js';
import { readModels } from '../reading.js';
import { writeWhole } from '../write-whole.js';

/** Reads how a report is to be drawn, of the ways in which it can be. */
export const readFormat =
  <F extends Format>(formats: ReadonlyArray<F>) =>
  (given: string): E.Either<Failure, F> =>
    E.fromNullable(
      usage(
        'UnknownFormat',
        `A report is not drawn as "${given}"; choose --format ${formats.join(', ')}.`,
        `Een rapport wordt niet getekend als "${given}"; kies --format ${formats.join(', ')}.`,
        { given, formats },
      ),
    )(formats.find((format) => format === given));

/** With `--json` standard output is one JSON value: another format needs a file to go to. */
export const formatOr = <F extends Format>(
  asked: F | undefined,
  json: boolean,
  out: string | undefined,
): E.Either<Failure, F | 'json' | 'text'> =>
  json && asked !== undefined && asked !== 'json' && out === undefined
    ? E.left(
        usage(
          'NotJson',
          `--json prints JSON and not ${asked}; leave one of the two out, or name a file with --out.`,
          `--json drukt JSON af en geen ${asked}; laat een van beide weg, of noem een bestand met --out.`,
          { format: asked },
        ),
      )
    : E.right(asked ?? (json ? 'json' : 'text'));

const questionOf = (given: Given, json: boolean) =>
  pipe(
    E.Do,
    E.bind('year', () => optional(text(given, 'year'), readYear)),
    E.bind('compare', () => optional(text(given, 'compare'), readYear)),
    E.bind('asOf', () => readAsOf(text(given, 'asOf'), text(given, 'atPosition'))),
    E.bind('format', () =>
      pipe(
        optional(text(given, 'format'), readFormat(formats)),
        E.chain((asked) => formatOr(asked, json, text(given, 'out'))),
      ),
    ),
    E.bind('region', () => optional(text(given, 'region'), readRegion)),
  );

/** Puts what was drawn where it belongs: a file that was named, else standard output. */
export const deliver = (
  { terminal, options }: Pick<Context, 'terminal' | 'options'>,
  drawn: string,
  format: Format,
  out: string | undefined,
): TE.TaskEither<Failure, void> =>
  out === undefined
    ? TE.fromTask(() => terminal.print(drawn))
    : pipe(
        writeWhole(out, drawn),
        TE.chainTaskK(() => async () => {
          terminal.note({ en: `The report is in ${out}.`, nl: `Het rapport staat in ${out}.` });
          if (options.json) await terminal.print(`${JSON.stringify({ file: out, format })}\n`);
        }),
      );

/** `burgernet report`: every table of a year. */
export const report: Run = (context, given) =>
  pipe(
    TE.Do,
    TE.bind('question', () => TE.fromEither(questionOf(given, context.options.json))),
    TE.bind('names', () => municipalityNames),
    TE.bind('models', ({ question }) =>
      readModels(context, { asOf: question.asOf, rebuild: given['rebuild'] === true }),
    ),
    TE.bind('year', ({ question, models }) =>
      TE.fromEither(
        pipe(
          isReached(models.position)(question.asOf),
          E.chain(() => yearOr(question.year, models)),
        ),
      ),
    ),
    TE.bind('known', ({ question, models }) => provenOf(context, question.asOf, models)),
    TE.chain(({ question: { region, asOf, format, compare }, names, models, year, known }) => {
      const reportOf = (of: number) => annualReport(models, of, asOf, regionOr(region, models));
      return pipe(
        TE.fromTask(
          draw(format, reportOf(year), {
            lang: context.options.language,
            municipalityName: (code) => names.get(code) ?? code,
            ...(compare === undefined ? {} : { beside: reportOf(compare) }),
            ...known,
          }),
        ),
        TE.chain((drawn) => deliver(context, drawn, format, text(given, 'out'))),
      );
    }),
    TE.map((): Done => 0),
  );
