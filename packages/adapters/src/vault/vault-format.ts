import { both, type Instant, PersonalDataKind } from '@burgernet/domain';
import type Database from 'libsql';
import { Damage } from '../sqlite/failure.js';
import type { Form, Format } from '../sqlite/format.js';
import { isTextBytes } from '../sqlite/text.js';
import type { MasterKey } from './master-key.js';
import { sealText } from './sealed-text.js';
import { prepareTables } from './sqlite-tables.js';

/** What a vault was before it encrypted: texts and names as they are. */
const plain = {
  version: 1,
  schema: [
    `CREATE TABLE texts(
  reference TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
    `CREATE TABLE actors(
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  reference TEXT NOT NULL,
  PRIMARY KEY(role, name)
) STRICT, WITHOUT ROWID`,
  ],
};

/** The form of the file of a vault, format 2. Only its owner may read it. */
export const vaultForm: Form = {
  what: both('a vault', 'kluis'),
  applicationId: 0x424e_7661,
  version: 2,
  schema: [
    `CREATE TABLE vault(
  only INTEGER PRIMARY KEY CHECK (only = 1),
  key_check TEXT NOT NULL,
  wiping INTEGER NOT NULL
) STRICT`,
    `CREATE TABLE sealed(
  reference TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  event_id TEXT,
  stream TEXT,
  field TEXT NOT NULL,
  kept_since TEXT NOT NULL,
  key_id TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT`,
    `CREATE TABLE keys(
  key_id TEXT PRIMARY KEY,
  wrapped BLOB NOT NULL
) STRICT`,
    `CREATE TABLE acting(
  mark TEXT PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE
) STRICT`,
    `CREATE TABLE forgotten(
  reference TEXT PRIMARY KEY,
  forgetting TEXT NOT NULL,
  settled INTEGER NOT NULL
) STRICT`,
    `CREATE TABLE accesses(
  number INTEGER PRIMARY KEY,
  access TEXT NOT NULL
) STRICT`,
  ],
  secret: true,
  earlier: plain,
};

const texts = (row: unknown): ReadonlyArray<string> => {
  if (!Array.isArray(row)) throw new Damage('a row in it is not one');
  return row.map((cell: unknown) => {
    if (!isTextBytes(cell)) throw new Damage('a text in it is not one');
    return cell.toString('utf8');
  });
};

/**
 * Encrypts what a plain vault held and takes it away. It says nothing of events and moments: what is moved
 * has no place in the log and is kept from now on.
 */
const takeOver = (db: Database.Database, master: MasterKey, now: Instant): void => {
  const tables = prepareTables(db);
  const kept = db
    .prepare('SELECT CAST(reference AS BLOB), CAST(subject AS BLOB), CAST(text AS BLOB) FROM texts')
    .raw();
  for (const [reference = '', kind, text = ''] of kept.all().map(texts)) {
    if (!PersonalDataKind.is(kind)) throw new Damage('a kind of text in it is none');
    const place = { eventId: null, stream: null, field: kind };
    tables.putText(sealText(master, { reference, kind, place, keptSince: now, text }));
  }
  const actors = db
    .prepare('SELECT CAST(role AS BLOB), CAST(name AS BLOB), CAST(reference AS BLOB) FROM actors')
    .raw();
  for (const [role = '', name = '', reference = ''] of actors.all().map(texts))
    tables.putActor(master.nameMark(role, name), reference);
  for (const table of ['texts', 'actors']) db.exec(`DROP TABLE ${table}`);
  db.exec('UPDATE vault SET wiping = 1');
};

/**
 * The format of a vault with this master key.
 *
 * @param now from when on what a plain vault held is kept
 */
export const vaultFormat = (master: MasterKey, now: () => Instant): Format => ({
  ...vaultForm,
  fill: (db) => {
    db.prepare('INSERT INTO vault(only, key_check, wiping) VALUES (1, ?, 0)').run(master.check);
  },
  takeOver: (db) => takeOver(db, master, now()),
});
