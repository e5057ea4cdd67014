import { pathToFileURL } from 'node:url';
import type { StoredEvent } from '@burgernet/domain';
import Database from 'libsql';

/** A table that rows are put into. */
interface BareTable {
  readonly durability: string;
  readonly insert: (events: ReadonlyArray<StoredEvent>) => void;
  readonly close: () => void;
}

/**
 * Rows inserted by SQL alone, each in a transaction of its own, into a table as the store's: with the same
 * columns, keys and indexes, as durable as the store's. Nothing is read, checked or decided.
 */
export const bareTable = (file: string, like: string): BareTable => {
  const db = new Database(file);
  const template = new Database(`${pathToFileURL(like).href}?mode=ro`);
  const schema: ReadonlyArray<unknown> = template
    .prepare(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type <> 'trigger' AND name NOT LIKE 'sqlite_%'",
    )
    .raw()
    .all();
  for (const row of schema) if (Array.isArray(row)) db.exec(String(row[0]));
  const [journal, synchronous] = ['journal_mode', 'synchronous'].map((name) => {
    const row: unknown = template.prepare(`PRAGMA ${name}`).raw().get();
    return Array.isArray(row) ? String(row[0]) : '';
  });
  db.prepare(`PRAGMA journal_mode = ${journal}`).raw().get();
  db.exec(`PRAGMA synchronous = ${synchronous}`);
  template.close();
  const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    durability: `${journal}, synchronous ${synchronous}`,
    insert: (events: ReadonlyArray<StoredEvent>): void => {
      for (const event of events) {
        db.exec('BEGIN IMMEDIATE');
        insert.run(
          event.position,
          event.stream,
          event.revision,
          event.eventId,
          event.type,
          event.schemaVersion,
          event.recordedAt,
          event.data,
          event.metadata,
        );
        db.exec('COMMIT');
      }
    },
    close: () => {
      db.close();
    },
  };
};
