import { fromEpoch, type Instant } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type Database from 'libsql';
import type { StoreError } from '../event-store/port.js';
import { attempt, unusable } from '../sqlite/failure.js';
import type { Mode } from '../sqlite/format.js';
import { inspectFile } from '../sqlite/inspect-file.js';
import { openFile } from '../sqlite/open-file.js';
import { readText } from '../sqlite/text.js';
import { inTransaction } from '../sqlite/transaction.js';
import { embeddedVault } from './embedded-vault.js';
import { type MasterKey, newMasterKey } from './master-key.js';
import { keyAbsent, makeMasterKey, readMasterKey } from './master-key-file.js';
import type { Vault, VaultError } from './port.js';
import { prepareTables } from './sqlite-tables.js';
import { vaultError } from './vault-error.js';
import { vaultKeyFileOf } from './vault-file.js';
import { vaultForm, vaultFormat } from './vault-format.js';
import { wipe } from './wipe.js';

/** The master key of a vault; made where there is no vault yet, or one from before there were keys. */
const masterKeyFor = (file: string, mode: Mode): TE.TaskEither<StoreError, MasterKey> => {
  const keyFile = vaultKeyFileOf(file);
  return pipe(
    readMasterKey(keyFile),
    TE.chain((known) =>
      known !== undefined
        ? TE.right(known)
        : pipe(
            TE.fromTask(() => inspectFile(file, vaultForm)),
            TE.chain((seen) => {
              switch (seen.tag) {
                case 'refused':
                  return TE.left(seen.error);
                case 'ours':
                  return TE.left(keyAbsent(file, keyFile));
                case 'earlier':
                  return makeMasterKey(keyFile);
                default:
                  // Who only reads makes neither vault nor key: opening says that there is none.
                  return mode === 'write' ? makeMasterKey(keyFile) : TE.right(newMasterKey());
              }
            }),
          ),
    ),
  );
};

/** Refuses a key that is another vault's. */
const isKeyOf = (db: Database.Database, file: string, { check }: MasterKey): E.Either<StoreError, void> => {
  const expected = readText(db.prepare('SELECT CAST(key_check AS BLOB) FROM vault').raw().get());
  return expected === check
    ? E.right(undefined)
    : E.left(
        unusable(
          `The key in ${vaultKeyFileOf(file)} is not that of ${file}; restore the one that belongs to it. Nothing was changed.`,
          `De sleutel in ${vaultKeyFileOf(file)} hoort niet bij ${file}; zet de sleutel terug die erbij hoort. Er is niets veranderd.`,
        ),
      );
};

const vaultOf = (db: Database.Database, file: string, master: MasterKey): Vault => {
  const inVault = <A>(work: () => A): E.Either<VaultError, A> =>
    pipe(
      attempt(file, work),
      E.mapLeft(({ text }) => vaultError(text)),
    );
  const tables = prepareTables(db);
  return embeddedVault(master, {
    reading: (work) => inVault(() => work(tables)),
    writing: (work) => inVault(() => inTransaction(db, () => work(tables))),
    wipe: () => E.flatten(inVault(() => wipe(db))),
    close: () => db.close(),
  });
};

/**
 * Opens a vault in an SQLite file, encrypted under a key that stands beside it, see {@link vaultKeyFileOf}.
 * Both are for the eyes of their owner alone. What a vault of an earlier release held in plain is encrypted
 * when it is opened, in either mode, and the plain text wiped from its file; so is what an interrupted
 * forgetting left.
 *
 * @param file its path, see {@link vaultFileOf}
 * @param options how it is opened
 * @param options.mode with `write` the file is made where it is absent or empty; with `read` it must be
 *   there, and everything that writes is refused
 * @param options.now the clock, for what a plain vault held: it is kept from then on
 */
export const openSqliteVault = (
  file: string,
  { mode, now = () => fromEpoch(Date.now()) }: { readonly mode: Mode; readonly now?: () => Instant },
): TE.TaskEither<StoreError, Vault> =>
  pipe(
    masterKeyFor(file, mode),
    TE.chain((master) =>
      pipe(
        openFile(file, vaultFormat(master, now), mode),
        TE.chainEitherK((db) =>
          pipe(
            attempt(file, () => isKeyOf(db, file, master)),
            E.flatten,
            E.chain(() =>
              attempt(file, () => {
                // What is left to wipe is not left for the next one who writes; where another process is in
                // the way, it stays marked for a later opening.
                db.exec('PRAGMA query_only = OFF');
                wipe(db);
                if (mode === 'read') db.exec('PRAGMA query_only = ON');
                return vaultOf(db, file, master);
              }),
            ),
            E.mapLeft((error) => {
              db.close();
              return error;
            }),
          ),
        ),
      ),
    ),
  );
