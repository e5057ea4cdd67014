import { both } from '@burgernet/domain';
import type { Format } from '../sqlite/format.js';

/** The file of kept read models, format 2. All of it can be made anew from the log, and is where it is older. */
export const keptFormat: Format = {
  what: both('kept read models', 'bewaarde leesmodellen'),
  applicationId: 0x424e_726d,
  version: 2,
  clearing: ['kept', 'event_chunks', 'page_chunks', 'streams'].map(
    (table) => `DROP TABLE IF EXISTS ${table}`,
  ),
  schema: [
    `CREATE TABLE kept(
  only INTEGER PRIMARY KEY CHECK (only = 1),
  made_by TEXT NOT NULL,
  position INTEGER NOT NULL,
  token TEXT NOT NULL,
  last_event TEXT NOT NULL,
  log TEXT NOT NULL,
  summary TEXT NOT NULL,
  open_actions TEXT NOT NULL,
  sum BLOB NOT NULL
) STRICT`,
    `CREATE TABLE event_chunks(
  part INTEGER PRIMARY KEY,
  rows INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  sum BLOB NOT NULL
) STRICT`,
    `CREATE TABLE page_chunks(
  measure TEXT NOT NULL,
  year INTEGER NOT NULL,
  part INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  sum BLOB NOT NULL,
  PRIMARY KEY(measure, year, part)
) STRICT`,
    `CREATE TABLE streams(
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE,
  recorded_at TEXT,
  revision INTEGER NOT NULL,
  frozen INTEGER NOT NULL,
  state TEXT NOT NULL,
  sum BLOB NOT NULL
) STRICT`,
    `CREATE INDEX publications ON streams(kind) WHERE kind = 'publication'`,
  ],
  secret: false,
  fill: () => undefined,
};
