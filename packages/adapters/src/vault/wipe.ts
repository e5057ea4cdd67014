import { both } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type Database from 'libsql';
import { numberAt } from '../sqlite/number-at.js';
import type { VaultError } from './port.js';
import { vaultError } from './vault-error.js';

const stillThere = vaultError(
  both(
    'Another process reads the vault, so what was forgotten may still have bytes in its files, which no key opens any more; do the same again when that has ended.',
    'Een ander proces leest de kluis, dus van wat vergeten is kunnen nog bytes in de bestanden staan, die geen sleutel meer opent; doe hetzelfde nog eens als dat klaar is.',
  ),
);

/** Writes the log beside the file into it and empties the log. @returns whether nobody was in the way */
const emptyLog = (db: Database.Database): boolean =>
  numberAt(db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw().get(), 0) === 0;

/**
 * Leaves nothing in the files of a vault of what was taken away since this was done last. Deleting overwrites
 * with zeros, but pages that were split or joined before may have copies in what they do not use: so first
 * the zeros go to the file, and then all of it is written anew. What is half done is done again at the next
 * opening.
 */
export const wipe = (db: Database.Database): E.Either<VaultError, void> => {
  if (numberAt(db.prepare('SELECT wiping FROM vault').raw().get(), 0) !== 1) return E.right(undefined);
  emptyLog(db);
  db.exec('VACUUM');
  if (!emptyLog(db)) return E.left(stillThere);
  db.exec('UPDATE vault SET wiping = 0');
  return E.right(undefined);
};
