import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type Database from 'libsql';
import type { StoreError } from '../../event-store/port.js';
import { isStoreError } from '../../event-store/store-error.js';
import { failureOf } from '../../sqlite/failure.js';
import { openFile } from '../../sqlite/open-file.js';
import { closedBefore } from '../closed-before.js';
import type { TableSession, TableStore } from '../port.js';
import { tablesFormat } from './sqlite-form.js';
import { sqliteSession } from './sqlite-session.js';

const storeOf = (opened: Database.Database, file: string): TableStore => {
  // Let go of when closed: an SQLite file stays open until its statements are garbage.
  let db: Database.Database | undefined = opened;
  return {
    transaction:
      <A>(work: (session: TableSession) => Promise<A>): TE.TaskEither<StoreError, A> =>
      async () => {
        const there = db;
        if (there === undefined) return E.left(closedBefore);
        try {
          there.exec('BEGIN IMMEDIATE');
          const result = await work(sqliteSession(there));
          there.exec('COMMIT');
          return E.right(result);
        } catch (thrown) {
          // A full disk, for one, has SQLite roll back by itself.
          if (there.inTransaction) there.exec('ROLLBACK');
          return E.left(isStoreError(thrown) ? thrown : failureOf(file, thrown));
        }
      },
    close: async () => {
      db?.close();
      db = undefined;
    },
  };
};

/** Opens an SQLite file for tables of read models; it is made where it is absent or empty. */
export const openSqliteTables = (file: string): TE.TaskEither<StoreError, TableStore> =>
  pipe(
    openFile(file, tablesFormat, 'write'),
    TE.map((db) => storeOf(db, file)),
  );
