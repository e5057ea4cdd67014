import type Database from 'libsql';
import type { Streams } from './write-in-order.js';

const numbersOf = (row: unknown): ReadonlyArray<number | null> =>
  Array.isArray(row) ? row.map((cell: unknown) => (typeof cell === 'number' ? cell : null)) : [];

/** Prepares the writing to a file's streams; it is for use inside a transaction that holds the write lock. */
export const prepareStreams = (db: Database.Database): Streams => {
  const lastRevision = db.prepare('SELECT max(revision) FROM events WHERE stream = ?').raw();
  const lastPosition = db.prepare('SELECT coalesce(max(position), 0) FROM events').raw();
  const place = db.prepare('SELECT revision, position FROM events WHERE stream = ? AND event_id = ?').raw();
  const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    revisionOf: (stream) => numbersOf(lastRevision.get(stream))[0] ?? 'no-stream',
    placeOf: (stream, eventId) => {
      const [revision, position] = numbersOf(place.get(stream, eventId));
      return typeof revision === 'number' && typeof position === 'number'
        ? { revision, position }
        : undefined;
    },
    add: (stream, firstRevision, events) => {
      const [before = 0] = numbersOf(lastPosition.get());
      let position = before ?? 0;
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
