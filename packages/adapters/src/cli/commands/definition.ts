import { definitions } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { definitionsText } from '../../report/text/definition-text.js';
import type { Done, Run } from '../context.js';
import { readDefinition } from '../figure-question.js';

/** `burgernet definition list`: every version of every figure, in the order in which people read them. */
export const listDefinitions: Run = ({ options, terminal }) =>
  TE.fromTask(async (): Promise<Done> => {
    await terminal.print(
      options.json
        ? `${JSON.stringify(definitions)}\n`
        : definitionsText(definitions, definitions, options.language),
    );
    return 0;
  });

/** `burgernet definition show NAME`: what one figure counts and divides by, in its latest or another version. */
export const showDefinition: Run = ({ options, terminal }, given, [name = '']) =>
  pipe(
    TE.fromEither(readDefinition(given, name)),
    TE.chainTaskK((definition) => async (): Promise<Done> => {
      await terminal.print(
        options.json
          ? `${JSON.stringify(definition)}\n`
          : definitionsText([definition], definitions, options.language),
      );
      return 0;
    }),
  );
