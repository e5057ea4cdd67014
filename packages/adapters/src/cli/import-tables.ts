import { both } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { count } from '../report/numbers.js';
import type { Context, Done } from './context.js';
import { type Failure, usage } from './failure.js';
import { readReference, readYear } from './question.js';
import { withStore } from './reading.js';
import { historyOf, importInto } from './tables-import.js';

const needed = (option: string, example: string): Failure =>
  usage(
    'OptionMissing',
    `--tables also needs ${option}, such as ${option} ${example}.`,
    `--tables vraagt ook ${option}, zoals ${option} ${example}.`,
    { option },
  );

const required = <A>(
  given: string | undefined,
  missing: Failure,
  read: (given: string) => E.Either<Failure, A>,
): E.Either<Failure, A> => pipe(given, E.fromNullable(missing), E.chain(read));

/**
 * `burgernet import --tables FOLDER --year YEAR --registered-at DATE`: the history that is reconstructed
 * of published tables. Imported again it changes nothing; another history of the same year is refused.
 */
export const importTables = (
  context: Context,
  folder: string,
  year: string | undefined,
  registeredAt: string | undefined,
): TE.TaskEither<Failure, Done> =>
  pipe(
    TE.Do,
    TE.bind('year', () => TE.fromEither(required(year, needed('--year', '2021'), readYear))),
    TE.bind('registeredAt', () =>
      TE.fromEither(required(registeredAt, needed('--registered-at', '2022-02-01'), readReference)),
    ),
    TE.chain((asked) => historyOf(folder, asked.year, asked.registeredAt)),
    TE.chain((history) => withStore(context, 'write', (store) => importInto(context, store, history))),
    TE.chainTaskK(({ taken, repeated }) => async (): Promise<Done> => {
      const { options, terminal } = context;
      const said = both(
        `Events taken: ${count(taken, 'en')}; there already: ${count(repeated, 'en')}.`,
        `Overgenomen gebeurtenissen: ${count(taken, 'nl')}; stonden er al: ${count(repeated, 'nl')}.`,
      );
      await terminal.print(
        options.json ? `${JSON.stringify({ events: taken, repeated })}\n` : `${said[options.language]}\n`,
      );
      return 0;
    }),
  );
