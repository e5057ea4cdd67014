import type Database from 'libsql';
import { Damage } from './failure.js';
import { readText } from './text.js';

/** How many things wrong are asked for; one is enough to know that a file is damaged. */
const most = 3;

/**
 * Prepares the check that SQLite makes of a whole file (https://www.sqlite.org/pragma.html,
 * "integrity_check"): its pages, and that every index says what its table says. It reads all of it and
 * throws {@link Damage} and what SQLite throws.
 *
 * The pragma is asked as a table, for only then its text can be read as bytes, see {@link readText}.
 */
export const prepareIntegrityCheck = (db: Database.Database): (() => void) => {
  const check = db.prepare(`SELECT CAST(integrity_check AS BLOB) FROM pragma_integrity_check(${most})`).raw();
  return () => {
    const said = check.all().map(readText);
    if (said.length !== 1 || said[0] !== 'ok')
      throw new Damage(said.join('; ').replaceAll(/\s+/g, ' ') || 'its check says nothing');
  };
};
