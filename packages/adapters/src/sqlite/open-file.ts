import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import Database from 'libsql';
import type { StoreAbsent, StoreError } from '../event-store/port.js';
import { attempt, failureOf, patience, sqliteCode, unavailable, unusable } from './failure.js';
import type { Format, Mode } from './format.js';
import { inspectFile } from './inspect-file.js';
import { inTransaction } from './transaction.js';

const absent = (file: string, format: Format): StoreAbsent => ({
  tag: 'StoreAbsent',
  message: `There is no ${format.what.replace(/^an? /, '')} in ${file} yet; the first command that writes makes it.`,
});

/** One number that a pragma answers. */
const pragma = (db: Database.Database, name: string): number => {
  const row: unknown = db.prepare(`PRAGMA ${name}`).raw().get();
  return Array.isArray(row) && typeof row[0] === 'number' ? row[0] : 0;
};

/** Several processes may make one file: the first to hold the lock does, the others find it made. */
const make = (db: Database.Database, format: Format): void => {
  if (pragma(db, 'application_id') !== 0) return;
  inTransaction(db, () => {
    if (pragma(db, 'application_id') !== 0) return;
    for (const statement of format.schema) db.exec(statement);
    format.fill(db);
    db.exec(`PRAGMA application_id = ${format.applicationId}`);
    db.exec(`PRAGMA user_version = ${format.version}`);
  });
};

/**
 * Puts the file into WAL mode. That comes after it was made, so that header and schema stand in the
 * file itself and never in the log beside it only. SQLite asks for the whole file here and does not
 * wait for others, so the waiting is ours.
 */
const useWal = async (db: Database.Database): Promise<void> => {
  for (const since = Date.now(); ; await setTimeout(5)) {
    try {
      db.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (thrown) {
      if (!sqliteCode(thrown)?.startsWith('SQLITE_BUSY') || Date.now() - since > patience) throw thrown;
    }
  }
};

const connect = (file: string, mode: Mode): Database.Database => {
  // Without a mode, libsql makes an empty file of one that is absent, also for a reader.
  const url = `${pathToFileURL(resolve(file)).href}?mode=${mode === 'write' ? 'rwc' : 'rw'}`;
  const db = new Database(url, { timeout: patience });
  // `synchronous` holds for a connection, not for the file.
  db.exec('PRAGMA synchronous = FULL');
  if (mode === 'read') db.exec('PRAGMA query_only = ON');
  return db;
};

/**
 * Opens an SQLite file of a format. For writing it is made where it is absent or empty; for reading
 * nothing is ever made. What is damaged, of another kind or of a later version is refused and left as
 * it is, to the byte.
 *
 * The connection waits {@link patience} milliseconds for the writes of other processes, and what it
 * committed has reached the disk.
 */
export const openFile =
  (file: string, format: Format, mode: Mode): TE.TaskEither<StoreError, Database.Database> =>
  async () => {
    const seen = await inspectFile(file, format);
    if (seen.tag === 'refused') return E.left(seen.error);
    if (seen.tag !== 'ours' && mode === 'read') return E.left(absent(file, format));
    if (seen.tag === 'absent') {
      const touched = await touch(file, format.permissions);
      if (E.isLeft(touched)) return touched;
    }
    const connected = attempt(file, () => connect(file, mode));
    if (E.isLeft(connected)) return connected;
    const db = connected.right;
    try {
      if (mode === 'write') {
        make(db, format);
        await useWal(db);
      }
      // Read through SQLite too: that finds a file cut short, one whose making was broken off, and
      // one that another release has changed since.
      const id = pragma(db, 'application_id');
      if (id === format.applicationId && pragma(db, 'user_version') === format.version) return E.right(db);
      db.close();
      return E.left(
        id === 0
          ? absent(file, format)
          : unusable(`${file} became another file while it was opened; try again.`),
      );
    } catch (thrown) {
      db.close();
      return E.left(failureOf(file, thrown));
    }
  };

/** Makes an empty file with these permissions; SQLite gives the same to the files beside it. */
const touch = async (file: string, permissions: number): Promise<E.Either<StoreError, void>> => {
  try {
    const handle = await open(file, 'a', permissions);
    await handle.close();
    return E.right(undefined);
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return E.left(
      unavailable(
        `${file} cannot be made (${thrown.message}); see whether its folder exists and is writable.`,
      ),
    );
  }
};
