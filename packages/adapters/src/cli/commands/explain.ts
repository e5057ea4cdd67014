import { domainRegistry, parseStream } from '@burgernet/domain';
import { type Explanation, explain as explainOf, Figures, type StandingEvent } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore } from '../../event-store/port.js';
import { explainJson } from '../../report/json/explain-json.js';
import { stepsOf } from '../../report/story/steps.js';
import { explainText, type Stories, shownOf } from '../../report/text/explain-text.js';
import { figureText } from '../../report/text/figure-text.js';
import type { Done, Run } from '../context.js';
import type { Failure } from '../failure.js';
import { ask, askedOf, readDefinition, readQuestion } from '../figure-question.js';
import { withStore } from '../reading.js';
import { storeFailure } from '../store-failure.js';

/** How many events are told of a list where not all are asked: a person reads no more. */
const few = { numerator: 100, denominator: 10 };
const all = { numerator: Number.POSITIVE_INFINITY, denominator: Number.POSITIVE_INFINITY };

const shownEvents = (explanation: Explanation, most: typeof few): ReadonlyArray<StandingEvent> =>
  explanation.kind === 'events'
    ? [
        ...shownOf(explanation.numerator, most.numerator),
        ...shownOf(explanation.denominator, most.denominator),
      ]
    : explanation.groups.flatMap(({ events }) => shownOf(events, most.numerator));

/** The streams that are told, read from the store. */
const storiesOf = (
  store: EventStore,
  url: string,
  events: ReadonlyArray<StandingEvent>,
): TE.TaskEither<Failure, Stories> => {
  const registry = domainRegistry();
  const names = [...new Set(events.map(({ stream }) => stream))];
  return pipe(
    names,
    TE.traverseSeqArray((name) =>
      pipe(
        store.read(name),
        TE.map((stored) => [name, stepsOf(registry, parseStream(name)?.id ?? name, stored)] as const),
      ),
    ),
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
          TE.bind('stories', ({ explanation }) =>
            options.json
              ? TE.right<Failure, Stories>(new Map())
              : storiesOf(store, options.store, shownEvents(explanation, most)),
          ),
          TE.chainTaskK(({ asked, figures, explanation, stories }) => async (): Promise<Done> => {
            const { names, query, region, asOf } = asked;
            const drawing = {
              lang: options.language,
              municipalityName: (code: Parameters<typeof names.get>[0]) => names.get(code) ?? code,
            };
            const entry = figures.entry(definition, query);
            const answer = { name: definition.name, entry, query, region: region ?? null, asOf };
            await terminal.print(
              options.json
                ? `${JSON.stringify({ ...explainJson(definition.name, explanation), asOf })}\n`
                : `${figureText(answer, drawing)}\n${explainText(explanation, most, stories, drawing)}`,
            );
            return 0;
          }),
        ),
      ),
    ),
  );
};
