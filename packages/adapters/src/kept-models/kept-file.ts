import type { Shelf } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { StoreError } from '../event-store/port.js';
import { attempt } from '../sqlite/failure.js';
import type { Mode } from '../sqlite/format.js';
import { openFile } from '../sqlite/open-file.js';
import { inTransaction } from '../sqlite/transaction.js';
import { keptFormat } from './kept-format.js';
import type { Kept, Place } from './kept-rows.js';
import { prepareKept, readKept, shelfOf, type ToKeep, writeKept } from './kept-statements.js';

/** A file of kept read models. */
export interface KeptFile {
  /**
   * What stands there, `undefined` where nothing was kept yet. What is read from the shelf stays that of
   * this moment, whoever keeps more meanwhile.
   */
  readonly hold: () => E.Either<StoreError, Kept | undefined>;
  /**
   * Holds what stands there now instead. All of it goes into the file itself before: who only reads the
   * file lets SQLite begin the log beside it anew, which else would grow for as long as somebody holds.
   */
  readonly holdAnew: () => E.Either<StoreError, Kept | undefined>;
  /** Gives what {@link hold} found as it is needed; it throws `KeptDamage` where that is damaged. */
  readonly shelf: (kept: Kept) => Shelf;
  /**
   * Keeps something in one transaction.
   *
   * @param isWelcome whether it may follow on what stands there now, or take its place; asked inside the
   *   transaction. `undefined`: whatever stands there, also where that cannot be read
   * @returns whether it was kept
   */
  readonly keep: (
    toKeep: ToKeep,
    isWelcome: ((there: Kept | undefined) => boolean) | undefined,
  ) => E.Either<StoreError, boolean>;
  /**
   * Does something that nobody can keep anything during, if what stands there is of this place.
   */
  readonly whileAt: (place: Place, work: () => void) => E.Either<StoreError, void>;
  readonly close: () => void;
}

const tables = ['kept', 'event_chunks', 'page_chunks', 'streams'];

/** Opens a file of kept read models; with `write` it is made where it is absent or of an earlier format. */
export const openKeptFile = (file: string, mode: Mode): TE.TaskEither<StoreError, KeptFile> =>
  pipe(
    openFile(file, keptFormat, mode),
    TE.chainEitherK((db) =>
      attempt(file, (): KeptFile => {
        const statements = prepareKept(db);
        const hold = (): E.Either<StoreError, Kept | undefined> =>
          attempt(file, () => {
            db.exec('BEGIN');
            return readKept(statements);
          });
        return {
          hold,
          holdAnew: () =>
            pipe(
              attempt(file, () => {
                if (db.inTransaction) db.exec('COMMIT');
                db.exec('PRAGMA wal_checkpoint(PASSIVE)');
              }),
              E.chain(hold),
            ),
          shelf: (kept) => shelfOf(file, statements, kept),
          keep: (toKeep, isWelcome) =>
            attempt(file, () =>
              inTransaction(db, () => {
                if (isWelcome?.(readKept(statements)) === false) return false;
                if (toKeep.isAnew) for (const table of tables) db.exec(`DELETE FROM ${table}`);
                writeKept(statements, toKeep);
                return true;
              }),
            ),
          whileAt: (place, work) =>
            attempt(file, () =>
              inTransaction(db, () => {
                const there = readKept(statements);
                if (there?.position === place.position && there.lastEvent === place.lastEvent) work();
              }),
            ),
          close: () => db.close(),
        };
      }),
    ),
  );
