import { domainRegistry, parseStream, type StoredEvent } from '@burgernet/domain';
import { explain as explainOf, Figures, isKnownBy, type StandingEvent } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore } from '../../event-store/port.js';
import { explainJson } from '../../report/json/explain-json.js';
import { type Step, stepsOf } from '../../report/story/steps.js';
import { explainText, type Most, type Stories, shownEvents } from '../../report/text/explain-text.js';
import { figureText } from '../../report/text/figure-text.js';
import type { Done, Run } from '../context.js';
import type { Failure } from '../failure.js';
import { type Asked, ask, askedOf, drawingOf, readDefinition, readQuestion } from '../figure-question.js';
import { provenOf } from '../proven.js';
import { withStore } from '../reading.js';
import { storeFailure } from '../store-failure.js';

/** How many events are told of a list where not all are asked: a person reads no more. */
const few: Most = { numerator: 100, denominator: 10 };
const all: Most = { numerator: Number.POSITIVE_INFINITY, denominator: Number.POSITIVE_INFINITY };

/** The steps of a stream that were known then: what came later is no part of the story. */
const knownSteps = (
  steps: ReadonlyArray<Step>,
  stream: string,
  { models, asOf }: Asked,
): ReadonlyArray<Step> => {
  const action = models.streams.action(stream);
  if (action === undefined) return steps;
  // Events of one stream have no position of their own in every store; the ledger has it of each it took.
  return steps.filter((step) => {
    if (step.tag === 'Unread') return false;
    const row = models.events.find(step.recorded.eventId, action.number);
    if (row === undefined) return false;
    const { position, recordedAt } = models.events.event(row);
    return isKnownBy(asOf, position, recordedAt);
  });
};

/** The streams that are told, read from the store. */
const storiesOf = (
  store: EventStore,
  url: string,
  events: ReadonlyArray<StandingEvent>,
  asked: Asked,
): TE.TaskEither<Failure, Stories> => {
  const registry = domainRegistry();
  const story = (name: string) => (stored: ReadonlyArray<StoredEvent>) =>
    [name, knownSteps(stepsOf(registry, parseStream(name)?.id ?? name, stored), name, asked)] as const;
  return pipe(
    [...new Set(events.map(({ stream }) => stream))],
    TE.traverseSeqArray((name) => pipe(store.read(name), TE.map(story(name)))),
    TE.bimap(storeFailure(url), (stories) => new Map(stories)),
  );
};

/** `burgernet explain NAME`: the events that a figure stands on, numerator and denominator apart. */
export const explain: Run = (context, given, [name = '']) => {
  const { options, terminal } = context;
  const most = given['all'] === true ? all : few;
  return pipe(
    TE.Do,
    TE.bind('question', () => TE.fromEither(readQuestion(given))),
    TE.bind('definition', () => TE.fromEither(readDefinition(given, name))),
    TE.chain(({ question, definition }) =>
      withStore(context, 'read', (store) =>
        pipe(
          ask(context, store, given, question),
          TE.chainEitherK(askedOf(definition)),
          TE.bindTo('asked'),
          TE.let('figures', ({ asked: { models, asOf, region } }) => new Figures(models, asOf, region)),
          TE.let('explanation', ({ asked: { query }, figures }) =>
            explainOf(definition, figures.slice, query),
          ),
          TE.bind('stories', ({ asked, explanation }) =>
            options.json
              ? TE.right<Failure, Stories>(new Map())
              : storiesOf(store, options.store, shownEvents(explanation, most), asked),
          ),
          TE.bind('known', ({ asked: { asOf, models } }) => provenOf(context, asOf, models)),
          TE.chainTaskK(({ asked, figures, explanation, stories, known }) => async (): Promise<Done> => {
            const { query, region, asOf } = asked;
            const drawing = drawingOf(asked, options.language);
            const entry = figures.entry(definition, query);
            const answer = { name: definition.name, entry, query, region: region ?? null, asOf, ...known };
            await terminal.print(
              options.json
                ? `${JSON.stringify(explainJson(answer, explanation))}\n`
                : `${figureText(answer, drawing)}\n${explainText(explanation, most, stories, drawing)}`,
            );
            return 0;
          }),
        ),
      ),
    ),
  );
};
