import { explain as explainOf, Figures } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { explainJson } from '../../report/json/explain-json.js';
import type { Stories } from '../../report/story/steps.js';
import { explainText, type Most, shownEvents } from '../../report/text/explain-text.js';
import { figureText } from '../../report/text/figure-text.js';
import { calledIn } from '../called-in.js';
import type { Done, Run } from '../context.js';
import type { Failure } from '../failure.js';
import { ask, askedOf, drawingOf, readDefinition, readQuestion } from '../figure-question.js';
import { provenOf } from '../proven.js';
import { withStore } from '../reading.js';
import { storiesOf } from '../stories.js';

/** How many events are told of a list where not all are asked: a person reads no more. */
const few: Most = { numerator: 100, denominator: 10 };
const all: Most = { numerator: Number.POSITIVE_INFINITY, denominator: Number.POSITIVE_INFINITY };

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
              : storiesOf(store, options.store, shownEvents(explanation, most), asked.models, asked.asOf),
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
                : `${figureText(answer, drawing)}\n${explainText(explanation, most, stories, drawing, { called: calledIn(asked.models), isRegionShown: region === undefined })}`,
            );
            return 0;
          }),
        ),
      ),
    ),
  );
};
