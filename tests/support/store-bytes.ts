import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, openSqlite } from '@burgernet/adapters';
import Database from 'libsql';
import { done } from './outcome.js';

/**
 * Does to a file what somebody else might do, and leaves all of it in the file itself. Closing a connection does
 * not: that waits until its statements are collected, and so for a moment nobody knows.
 */
export const changeFile = (file: string, statements: string): void => {
  const db = new Database(file);
  db.exec(statements);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
};

/** The bytes of a closed store's file, to make files of that no connection has seen. */
export const storeBytes = async (fill: (store: EventStore) => Promise<unknown>): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'burgernet-'));
  try {
    const file = join(folder, 'burgernet.db');
    const store = await done(openSqlite(file, { mode: 'write' }));
    await fill(store);
    await store.close();
    changeFile(file, '');
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
};
