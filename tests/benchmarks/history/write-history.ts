import { setImmediate } from 'node:timers/promises';
import { openSqlite } from '@burgernet/adapters';
import * as E from 'fp-ts/lib/Either.js';
import Database from 'libsql';
import { history, type Wanted } from './history.js';

/** What a history came to. */
export interface Written {
  readonly events: number;
  readonly streams: number;
  /** of data and metadata, on average */
  readonly bytesAnEvent: number;
}

const atOnce = 20_000;

const makeStore = async (file: string): Promise<void> => {
  const opened = await openSqlite(file, { mode: 'write' })();
  if (E.isLeft(opened)) throw new Error(opened.left.text.en);
  await opened.right.close();
};

/**
 * Makes up a history and stores it in a new file of the event store. The store makes the file; the rows
 * are then inserted in bulk and without waiting for the disk, which takes a third of the time that
 * appending them takes. The triggers of the file see that they are rows as the store writes them.
 */
export const writeHistory = async (file: string, wanted: Wanted): Promise<Written> => {
  await makeStore(file);
  const db = new Database(file);
  db.exec('PRAGMA synchronous = OFF');
  const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  let [position, streams, bytes] = [0, 0, 0];
  db.exec('BEGIN');
  for (const appends of history(wanted))
    for (const { stream, expected, events } of appends) {
      let revision = expected === 'no-stream' ? 0 : expected + 1;
      if (revision === 0) streams += 1;
      for (const { eventId, type, schemaVersion, recordedAt, data, metadata } of events) {
        position += 1;
        insert.run(position, stream, revision, eventId, type, schemaVersion, recordedAt, data, metadata);
        revision += 1;
        bytes += Buffer.byteLength(data) + Buffer.byteLength(metadata);
        if (position % atOnce === 0) {
          db.exec('COMMIT; BEGIN');
          // Somebody may want to stop it.
          await setImmediate();
        }
      }
    }
  db.exec('COMMIT');
  db.close();
  return { events: position, streams, bytesAnEvent: bytes / position };
};
