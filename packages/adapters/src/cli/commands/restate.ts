import { both, type Instant, parseStream } from '@burgernet/domain';
import {
  type AsOf,
  currentDefinitions,
  type Definition,
  publishedKey,
  restate as restateOf,
  Slice,
  unknownDimensions,
} from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { asOfShort } from '../../report/as-of.js';
import type { ReportContext } from '../../report/context.js';
import { restatedFigureJson } from '../../report/json/restate-json.js';
import { count } from '../../report/numbers.js';
import { keyText } from '../../report/text/figure-text.js';
import { type Restated, restatedText } from '../../report/text/restate-text.js';
import { shortIds } from '../../report/text/short-ids.js';
import { wrap } from '../../report/text/wrap.js';
import type { Done, Run } from '../context.js';
import { type Failure, optional, usage } from '../failure.js';
import { type Asked, ask, askedOf, drawingOf, readDefinition, readQuestion } from '../figure-question.js';
import { type Given, text } from '../given.js';
import { readReference } from '../question.js';
import { withStore } from '../reading.js';

const missing = usage(
  'ReferenceMissing',
  'Say from which reference date on, such as --from 2021-12-31.',
  'Zeg vanaf welke peildatum, zoals --from 2021-12-31.',
);

const backwards = (from: Instant, to: Instant): Failure =>
  usage(
    'ReferencesBackwards',
    `--from (${from}) lies after --to (${to}); give the earlier reference date with --from.`,
    `--from (${from}) ligt na --to (${to}); geef de vroegste peildatum met --from.`,
    { from, to },
  );

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

const restatedOf = (
  definitions: ReadonlyArray<Definition>,
  { from, to }: Moments,
  { models, query, region }: Asked,
): ReadonlyArray<Restated> => {
  const earlier = new Slice(models.ledger, from, region);
  const later = new Slice(models.ledger, to, region);
  return definitions
    .filter((definition) => unknownDimensions(definition, query).length === 0)
    .map((definition) => ({ definition, restatement: restateOf(definition, earlier, later, query) }));
};

/** A beginning of the id of an action or mailing that names it in the store; others by their whole id. */
const streamNames =
  ({ models }: Asked) =>
  (stream: string): string => {
    const named = parseStream(stream);
    if (named === undefined) return stream;
    const { kind, id } = named;
    if (kind !== 'action' && kind !== 'mailing') return id;
    let length = 8;
    while (length < id.length && models.streams.beginning(kind, id.slice(0, length), 2).length > 1)
      length += 1;
    return id.slice(0, length);
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

/** What a person reads: the figures that changed, and how many did not. */
const textOf = (
  all: ReadonlyArray<Restated>,
  { from, to }: Moments,
  asked: Asked,
  most: number,
  context: ReportContext,
): string => {
  const { lang } = context;
  const changed = all.filter(({ restatement }) => restatement.changes.length > 0);
  const names = {
    eventOf: shortIds(
      changed.flatMap(({ restatement }) =>
        restatement.changes.flatMap(({ events }) => events.map(({ eventId }) => eventId)),
      ),
    ),
    streamOf: streamNames(asked),
  };
  const head = [
    keyText({ region: asked.region ?? null, query: asked.query }, context),
    ...wrap(`${asOfShort(from, lang)} → ${asOfShort(to, lang)}`),
  ].join('\n');
  const rest = all.length - changed.length;
  const body = changed.map((restated) => restatedText(restated, most, names, lang));
  return `${[head, ...body, ...(rest === 0 ? [] : [unchanged(rest)[lang]])].join('\n\n')}\n`;
};

/** `burgernet restate --from DATE`: what changed between two reference dates, by cause and with the events. */
export const restate: Run = (context, given) => {
  const { options, terminal } = context;
  const most = given['all'] === true ? Number.POSITIVE_INFINITY : few;
  return pipe(
    TE.Do,
    TE.bind('question', () => TE.fromEither(readQuestion(given))),
    TE.bind('moments', () => TE.fromEither(readMoments(given))),
    TE.bind('definition', () => TE.fromEither(readAsked(given))),
    TE.bind('asked', ({ question, definition }) =>
      pipe(
        withStore(context, 'read', (store) => ask(context, store, given, question)),
        TE.chainEitherK(definition === undefined ? E.right : askedOf(definition)),
      ),
    ),
    TE.chainTaskK(({ moments, definition, asked }) => async (): Promise<Done> => {
      const all = restatedOf(definition === undefined ? currentDefinitions : [definition], moments, asked);
      const { query, region } = asked;
      const figures = Object.fromEntries(all.map((one) => [one.definition.name, restatedFigureJson(one)]));
      const key = { year: query.year, region: region ?? null, ...publishedKey(query) };
      await terminal.print(
        options.json
          ? `${JSON.stringify({ ...moments, key, figures })}\n`
          : textOf(all, moments, asked, most, drawingOf(asked, options.language)),
      );
      return 0;
    }),
  );
};
