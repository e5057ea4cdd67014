import { defaultPrefix } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type Database from 'libsql';
import { attempt, unusable } from '../sqlite/failure.js';
import type { Mode } from '../sqlite/format.js';
import { prepareIntegrityCheck } from '../sqlite/integrity.js';
import { numberAt } from '../sqlite/number-at.js';
import { openFile } from '../sqlite/open-file.js';
import { readText } from '../sqlite/text.js';
import { inTransaction } from '../sqlite/transaction.js';
import type { EmbeddedLog } from './embedded-log.js';
import { embeddedStore } from './embedded-store.js';
import type { Append, AppendOutcome, EventStore, StoreError } from './port.js';
import { eventStoreFormat } from './sqlite-format.js';
import { preparePage, prepareStream } from './sqlite-rows.js';
import { prepareAlone, prepareStreams } from './sqlite-streams.js';
import { writeInOrder } from './write-in-order.js';

/**
 * How often, in milliseconds, a follower asks for the last position. The question costs some four
 * microseconds, and what another process wrote is to be seen within a tenth of a second.
 */
const lookEvery = 20;

const sqliteLog = (db: Database.Database, file: string): EmbeddedLog => {
  const lastPosition = db.prepare('SELECT max(position) FROM events').raw();
  const page = preparePage(db);
  const stream = prepareStream(db);
  const streams = prepareStreams(db);
  const alone = prepareAlone(db);
  const write = (appends: ReadonlyArray<Append>): ReadonlyArray<AppendOutcome> => {
    const [append] = appends;
    const appended = append === undefined || appends.length > 1 ? undefined : alone(append);
    return appended === undefined
      ? inTransaction(db, () => writeInOrder(streams, appends))
      : [{ tag: 'done', appended }];
  };
  const checkIntegrity = prepareIntegrityCheck(db);
  return {
    last: () => attempt(file, () => numberAt(lastPosition.get(), 0) ?? 0),
    page: (after, upTo) => attempt(file, () => page(after, upTo)),
    stream: (name, fromRevision) => attempt(file, () => stream(name, fromRevision)),
    write: (appends) => attempt(file, () => write(appends)),
    checkIntegrity: () => attempt(file, () => checkIntegrity()),
    lookEvery,
    close: () => db.close(),
  };
};

/** Reads for which prefix a file was made. */
const prefixIn = (db: Database.Database): string | undefined =>
  readText(db.prepare('SELECT CAST(prefix AS BLOB) FROM store').raw().get());

/**
 * Opens an event store in an SQLite file.
 *
 * @param file its path; beside it SQLite keeps `FILE-wal` and `FILE-shm` while it is in use. Nothing else
 *   in the process may open and close it meanwhile, to copy it say: SQLite would lose its locks by that
 * @param options how it is opened
 * @param options.mode with `write` the file is made where it is absent or empty; with `read` it must be
 *   there, and what would write is refused as `StoreUnavailable`
 * @param options.prefix of the streams, `burgernet` by default; kept in a new file, and a file of another
 *   prefix is refused, for all its events would be foreign
 */
export const openSqlite = (
  file: string,
  { mode, prefix = defaultPrefix }: { readonly mode: Mode; readonly prefix?: string },
): TE.TaskEither<StoreError, EventStore> =>
  pipe(
    openFile(file, eventStoreFormat(prefix), mode),
    TE.chainEitherKW((db) => {
      const opened = pipe(
        attempt(file, () => prefixIn(db)),
        E.filterOrElseW(
          (found) => found === prefix,
          (found) =>
            unusable(
              `${file} holds streams that begin with "${found}." and not with "${prefix}."; name the other prefix or another file. It was left as it is.`,
              `${file} bevat stromen die met "${found}." beginnen en niet met "${prefix}."; noem het andere voorvoegsel of een ander bestand. Het bleef zoals het is.`,
            ),
        ),
        E.chain(() => attempt(file, () => embeddedStore(sqliteLog(db, file)))),
      );
      if (E.isLeft(opened)) db.close();
      return opened;
    }),
  );
