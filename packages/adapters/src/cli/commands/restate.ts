import { both, type Instant } from '@burgernet/domain';
import {
  type AsOf,
  currentDefinitions,
  type Definition,
  restate as restateOf,
  Slice,
  unknownDimensions,
} from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { asOfShort } from '../../report/as-of.js';
import { restatedFigureJson } from '../../report/json/restate-json.js';
import { type Restated, restatedText } from '../../report/text/restate-text.js';
import type { Done, Run } from '../context.js';
import { type Failure, optional, usage } from '../failure.js';
import { type Asked, ask, askedOf, readDefinition, readQuestion } from '../figure-question.js';
import { type Given, text } from '../given.js';
import { readReference } from '../question.js';
import { withStore } from '../reading.js';

const missing = usage(
  'ReferenceMissing',
  'Say from which reference date on, such as --from 2021-12-31.',
  'Zeg vanaf welke peildatum, zoals --from 2021-12-31.',
);

/** The two reference dates. */
const readMoments = (given: Given): E.Either<Failure, { readonly from: AsOf; readonly to: AsOf }> =>
  pipe(
    E.Do,
    E.bind('from', () => pipe(text(given, 'from'), E.fromNullable(missing), E.chain(readReference))),
    E.bind('to', () => optional(text(given, 'to'), readReference)),
    E.chain(({ from, to }): E.Either<Failure, { readonly from: AsOf; readonly to: AsOf }> => {
      if (to !== undefined && to < from) return E.left(backwards(from, to));
      return E.right({ from: { registered: from }, to: to === undefined ? 'latest' : { registered: to } });
    }),
  );

const backwards = (from: Instant, to: Instant): Failure =>
  usage(
    'ReferencesBackwards',
    `--from (${from}) lies after --to (${to}); give the earlier reference date with --from.`,
    `--from (${from}) ligt na --to (${to}); geef de vroegste peildatum met --from.`,
    { from, to },
  );

/** The figures that are asked: one, or all that are counted by what is asked. */
const asked = (given: Given): E.Either<Failure, Definition | undefined> =>
  optional(text(given, 'figure'), (name) => readDefinition(given, name));

const restatedOf = (
  definitions: ReadonlyArray<Definition>,
  { from, to }: { readonly from: AsOf; readonly to: AsOf },
  { models, query, region }: Asked,
): ReadonlyArray<Restated> => {
  const [earlier, later] = [from, to].map((asOf) => new Slice(models.ledger, asOf, region));
  if (earlier === undefined || later === undefined) throw new Error('There are two moments.');
  return definitions
    .filter((definition) => unknownDimensions(definition, query).length === 0)
    .map((definition) => ({ definition, restatement: restateOf(definition, earlier, later, query) }));
};

const words = {
  nothing: both('Nothing changed between the two.', 'Tussen de twee is niets veranderd.'),
};

/** How many events of a cause are shown where not all are asked. */
const few = 20;

/** `burgernet restate --from DATE`: what changed between two reference dates, by cause and with the events. */
export const restate: Run = (context, given) => {
  const { options, terminal } = context;
  const lang = options.language;
  return pipe(
    TE.Do,
    TE.bind('question', () => TE.fromEither(readQuestion(given))),
    TE.bind('moments', () => TE.fromEither(readMoments(given))),
    TE.bind('definition', () => TE.fromEither(asked(given))),
    TE.bind('asked', ({ question, definition }) =>
      pipe(
        withStore(context, 'read', (store) => ask(context, store, given, question)),
        TE.chainEitherK(definition === undefined ? E.right : askedOf(definition)),
      ),
    ),
    TE.chainTaskK(({ moments, definition, asked: answered }) => async (): Promise<Done> => {
      const all = restatedOf(definition === undefined ? currentDefinitions : [definition], moments, answered);
      if (options.json) {
        const figures = Object.fromEntries(
          all.map(({ definition: { name }, restatement }) => [name, restatedFigureJson(restatement)]),
        );
        await terminal.print(`${JSON.stringify({ ...moments, figures })}\n`);
        return 0;
      }
      const shown =
        definition === undefined ? all.filter(({ restatement }) => restatement.changes.length > 0) : all;
      const most = given['all'] === true ? Number.POSITIVE_INFINITY : few;
      const head = `${asOfShort(moments.from, lang)} → ${asOfShort(moments.to, lang)}, ${answered.query.year}`;
      const body =
        shown.length === 0
          ? [words.nothing[lang]]
          : shown.map((restated) => restatedText(restated, most, lang));
      await terminal.print(`${[head, ...body].join('\n\n')}\n`);
      return 0;
    }),
  );
};
