import Database from 'libsql';
import { numberAt } from '../sqlite/number-at.js';
import { canBeStored } from './append-rule.js';
import type { Append, Appended, EventToAppend } from './port.js';
import type { Streams } from './write-in-order.js';

/** Prepares the insertion of one event; it gives the position, which is the row's id. */
const prepareInsert = (db: Database.Database) => {
  const insert = db.prepare(
    'INSERT INTO events VALUES ((SELECT coalesce(max(position), 0) + 1 FROM events), ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  return (
    stream: string,
    revision: number,
    { eventId, type, schemaVersion, recordedAt, data, metadata }: EventToAppend,
  ): number =>
    Number(
      insert.run([stream, revision, eventId, type, schemaVersion, recordedAt, data, metadata])
        .lastInsertRowid,
    );
};

/**
 * Prepares the writing of a batch of one event without a transaction around it, in one statement that is
 * one: the trigger on INSERT (see `eventStoreFormat`) lets it pass where the stream is where the writer
 * expects it and has no event of that id. Where it does not, the answer is `undefined`, and why it does
 * not is for {@link prepareStreams} to find out.
 */
export const prepareAlone = (db: Database.Database): ((append: Append) => Appended | undefined) => {
  const insert = prepareInsert(db);
  return ({ stream, expected, events }) => {
    const [event] = events;
    if (events.length > 1 || !canBeStored(stream, event)) return undefined;
    const revision = expected === 'no-stream' ? 0 : expected + 1;
    try {
      const position = insert(stream, revision, event);
      return { firstRevision: revision, lastRevision: revision, position, repeated: false };
    } catch (thrown) {
      if (thrown instanceof Database.SqliteError && thrown.code === 'SQLITE_CONSTRAINT_TRIGGER')
        return undefined;
      throw thrown;
    }
  };
};

/** Prepares the writing to a file's streams; it is for use inside a transaction that holds the write lock. */
export const prepareStreams = (db: Database.Database): Streams => {
  const lastRevision = db.prepare('SELECT max(revision) FROM events WHERE stream = ?').raw();
  const place = db.prepare('SELECT revision, position FROM events WHERE stream = ? AND event_id = ?').raw();
  const insert = prepareInsert(db);
  return {
    revisionOf: (stream) => numberAt(lastRevision.get(stream), 0) ?? 'no-stream',
    placeOf: (stream, eventId) => {
      const row: unknown = place.get(stream, eventId);
      const [revision, position] = [numberAt(row, 0), numberAt(row, 1)];
      return revision === undefined || position === undefined ? undefined : { revision, position };
    },
    add: (stream, firstRevision, events) => {
      let position = 0;
      let revision = firstRevision;
      for (const event of events) position = insert(stream, revision++, event);
      return position;
    },
  };
};
