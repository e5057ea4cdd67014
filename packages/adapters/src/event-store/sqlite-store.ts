import { defaultPrefix } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type Database from 'libsql';
import { attempt, damaged, unusable } from '../sqlite/failure.js';
import type { Mode } from '../sqlite/format.js';
import { openFile } from '../sqlite/open-file.js';
import { isTextBytes } from '../sqlite/text.js';
import { inTransaction } from '../sqlite/transaction.js';
import type { EmbeddedLog } from './embedded-log.js';
import { embeddedStore } from './embedded-store.js';
import type { EventStore, StoreError } from './port.js';
import { eventStoreFormat } from './sqlite-format.js';
import { prepareRows } from './sqlite-rows.js';
import { prepareStreams } from './sqlite-streams.js';
import { writeInOrder } from './write-in-order.js';

/**
 * How often, in milliseconds, a follower asks for the last position. The question costs some four
 * microseconds, and what another process wrote is to be seen within a tenth of a second.
 */
const lookEvery = 20;

const sqliteLog = (db: Database.Database, file: string): EmbeddedLog => {
  const lastPosition = db.prepare('SELECT coalesce(max(position), 0) FROM events').raw();
  const page = prepareRows(db, file, 'position > ? AND position <= ?', 'position');
  const stream = prepareRows(db, file, 'stream = ? AND revision >= ?', 'revision');
  const streams = prepareStreams(db);
  return {
    last: () =>
      E.flatten(
        attempt(file, () => {
          const row: unknown = lastPosition.get();
          const last: unknown = Array.isArray(row) ? row[0] : undefined;
          return typeof last === 'number' ? E.right(last) : E.left(damaged(file, 'it has no last position'));
        }),
      ),
    page: (after, upTo) =>
      pipe(
        page(after + 1, after, upTo),
        E.filterOrElseW(
          (events) => events.length === upTo - after,
          (events) => damaged(file, `there is no event with position ${after + events.length + 1}`),
        ),
      ),
    stream: (name, fromRevision) => stream(fromRevision, name, fromRevision),
    write: (appends) => attempt(file, () => inTransaction(db, () => writeInOrder(streams, appends))),
    lookEvery,
    close: () => db.close(),
  };
};

/** The prefix for which a file was made, unless its bytes are damaged. */
const prefixIn = (db: Database.Database): string | undefined => {
  const row: unknown = db.prepare('SELECT CAST(prefix AS BLOB) FROM store').raw().get();
  const bytes: unknown = Array.isArray(row) ? row[0] : undefined;
  return isTextBytes(bytes) ? bytes.toString('utf8') : undefined;
};

/**
 * Opens an event store in an SQLite file.
 *
 * @param file its path; beside it SQLite keeps `FILE-wal` and `FILE-shm` while it is in use
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
        E.chain((found) =>
          found === prefix
            ? attempt(file, () => embeddedStore(sqliteLog(db, file)))
            : E.left(
                found === undefined
                  ? damaged(file, 'its prefix is not a text')
                  : unusable(
                      `${file} holds streams that begin with "${found}." and not with "${prefix}."; name the other prefix or another file. It was left as it is.`,
                    ),
              ),
        ),
      );
      if (E.isLeft(opened)) db.close();
      return opened;
    }),
  );
