import Database from 'libsql';
import { changeFile } from '../../support/store-bytes.js';

/** A text in a vault of before there was encryption. */
export interface PlainText {
  readonly reference: string;
  readonly subject: string;
  readonly text: string;
}

/** Makes the file of a vault as it was before it encrypted, in WAL mode as it was used, closed again. */
export const makePlainVault = (
  file: string,
  texts: ReadonlyArray<PlainText>,
  actors: ReadonlyArray<{ readonly role: string; readonly name: string; readonly reference: string }>,
): void => {
  const db = new Database(file);
  // To the letter as that release wrote it: the schema is how the file is known.
  db.exec(`CREATE TABLE texts(
  reference TEXT PRIMARY KEY,
  subject TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID`);
  db.exec(`CREATE TABLE actors(
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  reference TEXT NOT NULL,
  PRIMARY KEY(role, name)
) STRICT, WITHOUT ROWID`);
  db.exec(`PRAGMA application_id = ${0x424e_7661}`);
  db.exec('PRAGMA user_version = 1');
  db.exec('PRAGMA journal_mode = WAL');
  const insert = db.prepare('INSERT INTO texts VALUES (?, ?, ?)');
  for (const { reference, subject, text } of texts) insert.run(reference, subject, text);
  const insertActor = db.prepare('INSERT INTO actors VALUES (?, ?, ?)');
  for (const { role, name, reference } of actors) {
    insert.run(reference, 'name', name);
    insertActor.run(role, name, reference);
  }
  db.close();
  changeFile(file, '');
};
