import { both, defaultPrefix } from '@burgernet/domain';
import type { Format } from '../sqlite/format.js';

/**
 * The file of an event store, format 1. The three triggers keep the log growing whoever writes to the
 * file: the one on INSERT also meets `INSERT OR REPLACE`, which deletes without being a DELETE, and
 * whoever would leave a gap.
 */
export const eventStoreFormat = (prefix: string = defaultPrefix): Format => ({
  what: both('an event store', 'opslag van gebeurtenissen'),
  applicationId: 0x424e_6576,
  version: 1,
  schema: [
    'CREATE TABLE store(prefix TEXT NOT NULL) STRICT',
    `CREATE TABLE events(
  position INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  event_id TEXT NOT NULL,
  type TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  data TEXT NOT NULL,
  metadata TEXT NOT NULL,
  UNIQUE(stream, revision),
  UNIQUE(stream, event_id)
) STRICT`,
    `CREATE TRIGGER events_stay BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the log only grows: an event is never changed'); END`,
    `CREATE TRIGGER events_remain BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the log only grows: an event is never deleted'); END`,
    `CREATE TRIGGER events_follow BEFORE INSERT ON events
WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM events)
  OR NEW.revision IS NOT (SELECT coalesce(max(revision), -1) + 1 FROM events WHERE stream = NEW.stream)
  OR EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND event_id = NEW.event_id)
BEGIN SELECT RAISE(ABORT, 'the log only grows: an event comes once, behind the last'); END`,
  ],
  secret: false,
  fill: (db) => {
    db.prepare('INSERT INTO store(prefix) VALUES (?)').run(prefix);
  },
});
