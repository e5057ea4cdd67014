import { fchmodSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { both } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import Database from 'libsql';
import type { StoreAbsent, StoreError } from '../event-store/port.js';
import {
  attempt,
  damaged,
  failureOf,
  isBusy,
  patience,
  schemaDamage,
  unavailable,
  unusable,
} from './failure.js';
import type { Format, Mode } from './format.js';
import { withFile } from './held-file.js';
import { inspectFile } from './inspect-file.js';
import { numberAt } from './number-at.js';
import { readText } from './text.js';
import { inTransaction } from './transaction.js';

const absent = (file: string, format: Format): StoreAbsent => ({
  tag: 'StoreAbsent',
  text: both(
    `There is no ${format.what.en.replace(/^an? /, '')} in ${file} yet; the first command that writes makes it.`,
    `Er is nog geen ${format.what.nl} in ${file}; de eerste opdracht die schrijft maakt die.`,
  ),
});

const pragma = (db: Database.Database, name: string): number =>
  numberAt(db.prepare(`PRAGMA ${name}`).raw().get(), 0) ?? 0;

const isMade = (db: Database.Database, { version, clearing }: Format): boolean =>
  pragma(db, 'application_id') !== 0 && (clearing === undefined || pragma(db, 'user_version') >= version);

/** Several processes may make one file: the first to hold the lock does, the others find it made. */
const make = (db: Database.Database, format: Format): void => {
  if (isMade(db, format)) return;
  inTransaction(db, () => {
    if (isMade(db, format)) return;
    for (const statement of [...(format.clearing ?? []), ...format.schema]) db.exec(statement);
    format.fill(db);
    db.exec(`PRAGMA application_id = ${format.applicationId}`);
    db.exec(`PRAGMA user_version = ${format.version}`);
  });
  // Of a file that was there already the header would else stand in the log beside it only.
  db.exec('PRAGMA wal_checkpoint(PASSIVE)');
};

/** Brings what an earlier version kept into this one; of several processes the first does. */
const takeOver = (db: Database.Database, format: Format): void => {
  const { earlier, schema, fill, version } = format;
  const isEarlier = (): boolean => earlier !== undefined && pragma(db, 'user_version') === earlier.version;
  if (!isEarlier()) return;
  inTransaction(db, () => {
    if (!isEarlier()) return;
    for (const statement of schema) db.exec(statement);
    fill(db);
    format.takeOver?.(db);
    db.exec(`PRAGMA user_version = ${version}`);
  });
  db.exec('PRAGMA wal_checkpoint(PASSIVE)');
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
      if (!isBusy(thrown) || Date.now() - since > patience) throw thrown;
    }
  }
};

/** A connection to a file that is there: without a mode, libsql would make one that is not. */
const connect = (file: string): Database.Database =>
  new Database(`${pathToFileURL(resolve(file)).href}?mode=rw`, { timeout: patience });

/**
 * Looks again, through SQLite: that finds a file cut short, one whose making was broken off, one that
 * another release has changed since, and a statement of the schema that is only left in the page's waste.
 */
const verify = (
  db: Database.Database,
  file: string,
  format: Format,
): E.Either<StoreError, Database.Database> => {
  const id = pragma(db, 'application_id');
  if (id === 0) return E.left(absent(file, format));
  if (id !== format.applicationId || pragma(db, 'user_version') !== format.version)
    return E.left(
      unusable(
        `${file} became another file while it was opened; try again.`,
        `${file} werd een ander bestand terwijl het werd geopend; probeer het opnieuw.`,
      ),
    );
  const schema = db.prepare('SELECT CAST(sql AS BLOB) FROM sqlite_schema WHERE sql IS NOT NULL').raw();
  const statements = new Set(schema.all().map(readText));
  return format.schema.every((statement) => statements.has(statement))
    ? E.right(db)
    : E.left(damaged(file, schemaDamage));
};

/** Makes an empty file if there is none. To the files beside it SQLite gives its permissions. */
const touch = (file: string, { secret }: Format): E.Either<StoreError, void> => {
  try {
    withFile(file, 'a+', secret ? 0o600 : 0o666, (descriptor) => {
      if (secret) fchmodSync(descriptor, 0o600);
    });
    return E.right(undefined);
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return E.left(
      unavailable(
        `${file} cannot be made (${thrown.message}); see whether its folder exists and is writable.`,
        `${file} is niet te maken (${thrown.message}); kijk of de map bestaat en beschrijfbaar is.`,
      ),
    );
  }
};

/**
 * Opens an SQLite file of a format. For writing it is made where it is absent, empty or of an earlier
 * version whose content can be made anew; for reading nothing is ever made. What the version before kept is
 * taken over in either mode. What is damaged, of another kind or of a later version is refused and left as it
 * is, to the byte. What a secret file no longer holds is overwritten in it.
 *
 * The connection waits {@link patience} milliseconds for the writes of other processes, and what it
 * committed has reached the disk.
 */
export const openFile =
  (file: string, format: Format, mode: Mode): TE.TaskEither<StoreError, Database.Database> =>
  async () => {
    const seen = await inspectFile(file, format);
    if (seen.tag === 'refused') return E.left(seen.error);
    const isThere = seen.tag === 'ours' || seen.tag === 'earlier';
    if (!isThere && mode === 'read') return E.left(absent(file, format));
    if (!isThere) {
      const touched = touch(file, format);
      if (E.isLeft(touched)) return touched;
    }
    const connected = attempt(file, () => connect(file));
    if (E.isLeft(connected)) return connected;
    const db = connected.right;
    try {
      // These hold for the connection, not for the file.
      db.exec('PRAGMA synchronous = FULL');
      if (format.secret) db.exec('PRAGMA secure_delete = ON');
      if (seen.tag === 'earlier') takeOver(db, format);
      if (mode === 'read') db.exec('PRAGMA query_only = ON');
      if (mode === 'write') {
        make(db, format);
        await useWal(db);
      }
      const found = verify(db, file, format);
      if (E.isLeft(found)) db.close();
      return found;
    } catch (thrown) {
      db.close();
      return E.left(failureOf(file, thrown));
    }
  };
