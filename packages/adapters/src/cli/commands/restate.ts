import { both, type Instant, localApart } from '@burgernet/domain';
import {
  type AsOf,
  currentDefinitions,
  type Definition,
  Figures,
  publishedKey,
  restate as restateOf,
  unknownDimensions,
} from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore } from '../../event-store/port.js';
import { asOfShort } from '../../report/as-of.js';
import { restatedFigureJson } from '../../report/json/restate-json.js';
import { count } from '../../report/numbers.js';
import { keyText } from '../../report/text/figure-text.js';
import {
  type Restated,
  type RestateTelling,
  restatedText,
  restateLegend,
  shownMoves,
} from '../../report/text/restate-text.js';
import { wrap } from '../../report/text/wrap.js';
import { calledIn } from '../called-in.js';
import type { Done, Run } from '../context.js';
import { type Failure, optional, usage } from '../failure.js';
import { type Asked, ask, askedOf, drawingOf, readDefinition, readQuestion } from '../figure-question.js';
import { type Given, text } from '../given.js';
import { readReference } from '../question.js';
import { withStore } from '../reading.js';
import { storiesOf } from '../stories.js';

const missing = usage(
  'ReferenceMissing',
  'Say from which reference date on, such as --from 2021-12-31.',
  'Zeg vanaf welke peildatum, zoals --from 2021-12-31.',
);

const backwards = (from: Instant, to: Instant): Failure => {
  const [fromShown, toShown] = localApart(from, to);
  return usage(
    'ReferencesBackwards',
    `--from (${fromShown}) lies after --to (${toShown}); give the earlier reference date with --from.`,
    `--from (${fromShown}) ligt na --to (${toShown}); geef de vroegste peildatum met --from.`,
    { from, to },
  );
};

/** The two reference dates. */
interface Moments {
  readonly from: AsOf;
  readonly to: AsOf;
}

const readMoments = (given: Given): E.Either<Failure, Moments> =>
  pipe(
    E.Do,
    E.bind('from', () => pipe(text(given, 'from'), E.fromNullable(missing), E.chain(readReference))),
    E.bind('to', () => optional(text(given, 'to'), readReference)),
    E.chain(({ from, to }): E.Either<Failure, Moments> => {
      if (to !== undefined && to < from) return E.left(backwards(from, to));
      return E.right({ from: { registered: from }, to: to === undefined ? 'latest' : { registered: to } });
    }),
  );

/** The figure that is asked; `undefined` for all that are counted by what is asked. */
const readAsked = (given: Given): E.Either<Failure, Definition | undefined> => {
  const name = text(given, 'figure');
  if (name !== undefined) return readDefinition(given, name);
  return text(given, 'definitionVersion') === undefined
    ? E.right(undefined)
    : E.left(
        usage(
          'VersionOfNoFigure',
          'Versions are those of one figure; name it with --figure, or leave --definition-version out.',
          'Versies zijn die van één cijfer; noem het met --figure, of laat --definition-version weg.',
        ),
      );
};

/** What became of figures between two reference dates. */
export const restatedOf = (
  definitions: ReadonlyArray<Definition>,
  { from, to }: Moments,
  { models, query, region }: Pick<Asked, 'models' | 'query' | 'region'>,
): ReadonlyArray<Restated> => {
  const earlier = new Figures(models, from, region);
  const later = new Figures(models, to, region);
  return definitions
    .filter((definition) => unknownDimensions(definition, query).length === 0)
    .map((definition) => ({
      definition,
      restatement: restateOf(definition, earlier.slice, later.slice, query),
      from: earlier.entry(definition, query),
      to: later.entry(definition, query),
    }));
};

/** How many events of a cause are shown where not all are asked. */
const few = 20;

const unchanged = (figures: number) =>
  figures === 1
    ? both('1 figure did not change.', '1 cijfer veranderde niet.')
    : both(
        `${count(figures, 'en')} figures did not change.`,
        `${count(figures, 'nl')} cijfers veranderden niet.`,
      );

/** What a person reads: the figures that changed, each as a table, and how many did not. */
const textOf = (
  changed: ReadonlyArray<Restated>,
  left: number,
  asked: Asked,
  telling: RestateTelling,
): string => {
  const { from, to, context } = telling;
  const { lang } = context;
  const head = [
    keyText({ region: asked.region ?? null, query: asked.query }, context),
    ...wrap(`${asOfShort(from, lang)} → ${asOfShort(to, lang)}`),
  ].join('\n');
  const body = changed.map((restated) => restatedText(restated, telling));
  const legend = restateLegend(changed, lang).join('\n');
  return `${[head, ...body, ...(legend === '' ? [] : [legend]), ...(left === 0 ? [] : [unchanged(left)[lang]])].join('\n\n')}\n`;
};

const jsonOf = (all: ReadonlyArray<Restated>, moments: Moments, { query, region }: Asked): string => {
  const figures = Object.fromEntries(all.map((one) => [one.definition.name, restatedFigureJson(one)]));
  const key = { year: query.year, region: region ?? null, ...publishedKey(query) };
  return `${JSON.stringify({ ...moments, key, figures })}\n`;
};

/** `burgernet restate --from DATE`: what changed between two reference dates, by cause and with the events. */
export const restate: Run = (context, given) => {
  const { options, terminal } = context;
  const most = given['all'] === true ? Number.POSITIVE_INFINITY : few;
  const drawn = (
    store: EventStore,
    all: ReadonlyArray<Restated>,
    moments: Moments,
    asked: Asked,
  ): TE.TaskEither<Failure, string> => {
    if (options.json) return TE.right(jsonOf(all, moments, asked));
    const changed = all.filter(({ restatement }) => restatement.changes.length > 0);
    const shown = changed.flatMap(({ restatement }) => shownMoves(restatement, most));
    const naming = { called: calledIn(asked.models), isRegionShown: asked.region === undefined };
    return pipe(
      storiesOf(store, options.store, shown, asked.models, moments.to),
      TE.map((stories) => {
        const telling = { ...moments, most, stories, naming, context: drawingOf(asked, options.language) };
        return textOf(changed, all.length - changed.length, asked, telling);
      }),
    );
  };
  return pipe(
    TE.Do,
    TE.bind('question', () => TE.fromEither(readQuestion(given))),
    TE.bind('moments', () => TE.fromEither(readMoments(given))),
    TE.bind('definition', () => TE.fromEither(readAsked(given))),
    TE.chain(({ question, moments, definition }) =>
      withStore(context, 'read', (store) =>
        pipe(
          ask(context, store, given, question),
          TE.chainEitherK(definition === undefined ? E.right : askedOf(definition)),
          TE.chain((asked) =>
            drawn(
              store,
              restatedOf(definition === undefined ? currentDefinitions : [definition], moments, asked),
              moments,
              asked,
            ),
          ),
        ),
      ),
    ),
    TE.chainTaskK((answer) => async (): Promise<Done> => {
      await terminal.print(answer);
      return 0;
    }),
  );
};
