import { both } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type Database from 'libsql';
import type { StoreError } from '../event-store/port.js';
import { attempt } from '../sqlite/failure.js';
import type { Format, Mode } from '../sqlite/format.js';
import { openFile } from '../sqlite/open-file.js';
import { readText } from '../sqlite/text.js';
import { inTransaction } from '../sqlite/transaction.js';
import { embeddedVault, type VaultTables, vaultError } from './embedded-vault.js';
import type { Vault } from './port.js';

/** The file of a vault, format 1. Only its owner may read it. */
const vaultFormat: Format = {
  what: both('a vault', 'kluis'),
  applicationId: 0x424e_7661,
  version: 1,
  schema: [
    `CREATE TABLE texts(
  reference TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
    `CREATE TABLE actors(
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  reference TEXT NOT NULL,
  PRIMARY KEY(role, name)
) STRICT, WITHOUT ROWID`,
  ],
  secret: true,
  fill: () => undefined,
};

const prepareTables = (db: Database.Database): VaultTables => {
  const text = db.prepare('SELECT CAST(text AS BLOB) FROM texts WHERE reference = ?').raw();
  const insertText = db.prepare('INSERT INTO texts(reference, subject, text) VALUES (?, ?, ?)');
  const actor = db.prepare('SELECT CAST(reference AS BLOB) FROM actors WHERE role = ? AND name = ?').raw();
  const insertActor = db.prepare('INSERT INTO actors(role, name, reference) VALUES (?, ?, ?)');
  return {
    textUnder: (reference) => readText(text.get(reference)),
    putText: (reference, subject, kept) => {
      insertText.run(reference, subject, kept);
    },
    actorOf: (role, name) => readText(actor.get(role, name)),
    putActor: (role, name, reference) => {
      insertActor.run(role, name, reference);
    },
  };
};

/**
 * Opens a vault in an SQLite file: plain text, to be read by the owner of the file alone.
 *
 * @param file its path, see {@link vaultFileOf}
 * @param options.mode with `write` the file is made where it is absent or empty; with `read` it must be
 *   there, and a new text or name is refused
 */
export const openSqliteVault = (
  file: string,
  { mode }: { readonly mode: Mode },
): TE.TaskEither<StoreError, Vault> =>
  pipe(
    openFile(file, vaultFormat, mode),
    TE.chainEitherK((db) => {
      const access = <A>(work: () => A) =>
        pipe(
          attempt(file, work),
          E.mapLeft(({ text }) => vaultError(text)),
        );
      return attempt(file, () => {
        const tables = prepareTables(db);
        return embeddedVault({
          reading: (work) => access(() => work(tables)),
          writing: (work) => access(() => inTransaction(db, () => work(tables))),
          close: () => db.close(),
        });
      });
    }),
  );
