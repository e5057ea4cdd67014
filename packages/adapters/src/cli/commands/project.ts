import { both, type Sentence } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore } from '../../event-store/port.js';
import { count } from '../../report/numbers.js';
import type { Names } from '../../sql-tables/names.js';
import { openTables } from '../../sql-tables/open-tables.js';
import type { TableStore } from '../../sql-tables/port.js';
import {
  followIntoTables,
  type Into,
  type ProjectFailure,
  projectOnce,
} from '../../sql-tables/project-tables.js';
import { parseTarget, type Target } from '../../sql-tables/target.js';
import type { TablesWritten } from '../../sql-tables/write-tables.js';
import type { Context, Done, Run } from '../context.js';
import { type Failure, failureOf, usage } from '../failure.js';
import { type Given, text } from '../given.js';
import { municipalityNames } from '../known-municipalities.js';
import { keepsOf, progressOn, withStore } from '../reading.js';

const words = {
  written: ({ position, put, removed, isRebuilt }: TablesWritten): Sentence => {
    const rebuilt = isRebuilt
      ? both(
          'They were made anew, in place of what stood there. ',
          'Ze zijn opnieuw gemaakt, in plaats van wat er stond. ',
        )
      : both('', '');
    return both(
      `${rebuilt.en}The tables show position ${count(position, 'en')}: ${count(put, 'en')} rows written, ${count(removed, 'en')} removed.`,
      `${rebuilt.nl}De tabellen tonen positie ${count(position, 'nl')}: ${count(put, 'nl')} rijen geschreven, ${count(removed, 'nl')} verwijderd.`,
    );
  },
  ahead: ({ position }: TablesWritten) =>
    both(
      `Another process writes to these tables too, and they show position ${count(position, 'en')} already.`,
      `Een ander proces schrijft ook in deze tabellen, en ze tonen al positie ${count(position, 'nl')}.`,
    ),
  live: both(
    'What comes now is written as it comes. Ctrl-C ends it; with --once it ends by itself.',
    'Wat nu komt, wordt meteen geschreven. Ctrl-C stopt; met --once stopt het vanzelf.',
  ),
  tryingAgain: ({ en, nl }: Sentence) =>
    both(`${en} It is tried again until it is back.`, `${nl} Het wordt opnieuw geprobeerd tot het terug is.`),
};

const readTarget = (given: Given): E.Either<Failure, Target> => {
  const to = text(given, 'to');
  return to === undefined
    ? E.left(
        usage(
          'NoDestination',
          'Say with --to where the tables stand: sqlite:FILE or postgres://USER@HOST/DATABASE.',
          'Zeg met --to waar de tabellen staan: sqlite:BESTAND of postgres://GEBRUIKER@HOST/DATABASE.',
        ),
      )
    : pipe(parseTarget(to), E.mapLeft(failureOf(2)));
};

const projectFailure = (error: ProjectFailure): Failure =>
  'facts' in error ? failureOf(1)(error) : failureOf(3)(error);

/** Says what was written. */
const say =
  ({ options, terminal }: Context) =>
  (written: TablesWritten): Promise<void> => {
    const { tag, position, isRebuilt, put, removed } = written;
    const sentence = tag === 'Ahead' ? words.ahead(written) : words.written(written);
    return terminal.print(
      options.json
        ? `${JSON.stringify({ position, ahead: tag === 'Ahead', rebuilt: isRebuilt, put, removed })}\n`
        : `${sentence[options.language]}\n`,
    );
  };

const once = (
  context: Context,
  store: EventStore,
  into: Into,
  rebuild: boolean,
): TE.TaskEither<Failure, void> =>
  pipe(
    projectOnce(store, {
      ...keepsOf(context, { rebuild }),
      ...into,
      onProgress: progressOn(context.terminal),
    }),
    TE.mapLeft(projectFailure),
    TE.chainTaskK((written) => () => say(context)(written)),
  );

const untilInterrupted =
  (context: Context, store: EventStore, into: Into, rebuild: boolean): TE.TaskEither<Failure, void> =>
  () => {
    const { terminal, interruption } = context;
    const { signal, letGo } = interruption();
    let isLive = false;
    return pipe(
      followIntoTables(store, {
        ...keepsOf(context, { rebuild }),
        ...into,
        signal,
        onProgress: (position) => progressOn(terminal)({ position }),
        onWritten: async (written) => {
          await say(context)(written);
          if (!isLive) terminal.note(words.live);
          isLive = true;
        },
        onTrouble: (trouble) => terminal.note(words.tryingAgain(trouble)),
      }),
      TE.mapLeft(projectFailure),
    )().finally(letGo);
  };

const withTables = <A>(
  target: Target,
  use: (tables: TableStore) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    openTables(target),
    TE.mapLeft(failureOf(3)),
    TE.chain((tables) => () => use(tables)().finally(tables.close)),
  );

/**
 * `burgernet project --to URL`: read models as tables in a database, kept up to date until interrupted, or
 * once.
 */
export const project: Run = (context, given) =>
  pipe(
    TE.Do,
    TE.bind('target', () => TE.fromEither(readTarget(given))),
    TE.bind('known', () => municipalityNames),
    TE.chain(({ target, known }) => {
      const names: Names = { municipality: (code) => known.get(code) ?? code };
      const goOn = given['once'] === true ? once : untilInterrupted;
      return withStore(context, 'read', (store) =>
        withTables(target, (tables) => goOn(context, store, { tables, names }, given['rebuild'] === true)),
      );
    }),
    TE.map((): Done => 0),
  );
