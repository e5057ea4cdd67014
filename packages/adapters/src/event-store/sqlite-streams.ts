import type Database from 'libsql';
import { numberAt } from '../sqlite/number-at.js';
import type { Streams } from './write-in-order.js';

/** Prepares the writing to a file's streams; it is for use inside a transaction that holds the write lock. */
export const prepareStreams = (db: Database.Database): Streams => {
  const lastRevision = db.prepare('SELECT max(revision) FROM events WHERE stream = ?').raw();
  const lastPosition = db.prepare('SELECT max(position) FROM events').raw();
  const place = db.prepare('SELECT revision, position FROM events WHERE stream = ? AND event_id = ?').raw();
  const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    revisionOf: (stream) => numberAt(lastRevision.get(stream), 0) ?? 'no-stream',
    placeOf: (stream, eventId) => {
      const row: unknown = place.get(stream, eventId);
      const [revision, position] = [numberAt(row, 0), numberAt(row, 1)];
      return revision === undefined || position === undefined ? undefined : { revision, position };
    },
    add: (stream, firstRevision, events) => {
      let position = numberAt(lastPosition.get(), 0) ?? 0;
      let revision = firstRevision;
      for (const { eventId, type, schemaVersion, recordedAt, data, metadata } of events) {
        position++;
        insert.run(position, stream, revision, eventId, type, schemaVersion, recordedAt, data, metadata);
        revision++;
      }
      return position;
    },
  };
};
