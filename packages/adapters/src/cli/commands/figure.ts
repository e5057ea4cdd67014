import { Figures } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { figureJson } from '../../report/json/figure-json.js';
import { figureText } from '../../report/text/figure-text.js';
import type { Done, Run } from '../context.js';
import { ask, askedOf, drawingOf, readDefinition, readQuestion } from '../figure-question.js';
import { provenOf } from '../proven.js';
import { withStore } from '../reading.js';

/** `burgernet figure NAME`: one figure, by the options given. */
export const figure: Run = (context, given, [name = '']) =>
  pipe(
    TE.Do,
    TE.bind('question', () => TE.fromEither(readQuestion(given))),
    TE.bind('definition', () => TE.fromEither(readDefinition(given, name))),
    TE.bind('asked', ({ question, definition }) =>
      pipe(
        withStore(context, 'read', (store) => ask(context, store, given, question)),
        TE.chainEitherK(askedOf(definition)),
      ),
    ),
    TE.bind('known', ({ asked }) => provenOf(context, asked.asOf, asked.models)),
    TE.chainTaskK(({ definition, asked, known }) => async (): Promise<Done> => {
      const { terminal, options } = context;
      const { models, query, region, asOf } = asked;
      const entry = new Figures(models, asOf, region).entry(definition, query);
      const answer = { name: definition.name, entry, query, region: region ?? null, asOf, ...known };
      await terminal.print(
        options.json
          ? `${JSON.stringify(figureJson(answer))}\n`
          : figureText(answer, drawingOf(asked, options.language)),
      );
      return 0;
    }),
  );
