import { domainRegistry, type Instant } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore } from '../event-store/port.js';
import { type HistoryImported, importHistory } from '../interchange/tables/import-history.js';
import { readTables } from '../interchange/tables/read-tables.js';
import { reconstruct } from '../interchange/tables/reconstruct.js';
import type { ReconstructedEvent } from '../interchange/tables/recording.js';
import type { TablesError } from '../interchange/tables/tables-error.js';
import type { Context } from './context.js';
import { type Failure, failureOf } from './failure.js';
import { storeFailure } from './store-failure.js';

/** What is not found or refused; all else is a table that does not parse. */
const refused: ReadonlySet<TablesError['tag']> = new Set([
  'FolderMissing',
  'FileMissing',
  'FileUnreadable',
  'OtherYear',
  'RegisteredTooEarly',
]);

/** Makes the history of a folder of published tables. */
export const historyOf = (
  folder: string,
  year: number,
  registeredAt: Instant,
): TE.TaskEither<Failure, ReadonlyArray<ReconstructedEvent>> =>
  pipe(
    readTables(folder),
    TE.chainEitherK((tables) => reconstruct(tables, { year, registeredAt })),
    TE.mapLeft((error) => failureOf(refused.has(error.tag) ? 1 : 2)(error)),
  );

/** Brings such a history into the store. */
export const importInto = (
  { options, terminal }: Pick<Context, 'options' | 'terminal'>,
  store: EventStore,
  history: ReadonlyArray<ReconstructedEvent>,
): TE.TaskEither<Failure, HistoryImported> =>
  pipe(
    importHistory(store, domainRegistry(), history, (written, of) =>
      terminal.progress({
        en: `${written} of ${of} events written`,
        nl: `${written} van ${of} gebeurtenissen geschreven`,
      }),
    ),
    TE.mapLeft((error) => ('facts' in error ? failureOf(1)(error) : storeFailure(options.store)(error))),
  );
