import type Database from 'libsql';

/**
 * Runs work in a transaction that holds the write lock from its beginning: nobody else writes between
 * what it reads and what it writes. An exception undoes all of it.
 */
export const inTransaction = <A>(db: Database.Database, work: () => A): A => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (thrown) {
    // A full disk, for one, has SQLite roll back by itself.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
};
