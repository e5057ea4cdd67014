import { pathToFileURL } from 'node:url';
import Database from 'libsql';

/** As the event store reads its pages. */
const statement = `SELECT position, stream, revision, event_id, type, schema_version, recorded_at, data, metadata
FROM events WHERE position > ? AND position <= ? ORDER BY position`;
const pageSize = 1_000;

/**
 * What any replay of the file costs at the very least: the scan (the store's statement, page size and
 * row mode) and JSON.parse of data and metadata. Nothing is checked and nothing is kept.
 */
export const scan = async (file: string, upTo: number): Promise<number> => {
  const db = new Database(`${pathToFileURL(file).href}?mode=rw`);
  const page = db.prepare(statement).raw();
  let events = 0;
  for (let after = 0; after < upTo; after += pageSize)
    for (const row of page.all(after, Math.min(after + pageSize, upTo))) {
      if (!Array.isArray(row)) throw new TypeError('A row is no list.');
      JSON.parse(row[7]);
      JSON.parse(row[8]);
      events += 1;
    }
  db.close();
  if (events !== upTo) throw new Error(`${events} events of ${upTo} were there.`);
  return events;
};
