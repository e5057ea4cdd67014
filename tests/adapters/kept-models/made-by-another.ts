import Database from 'libsql';
import { sumOf } from '../../../packages/adapters/src/kept-models/kept-damage.js';

/** Has what is kept in a file be made by another release. */
export const madeByAnother = (file: string): void => {
  const db = new Database(file);
  const columns = 'made_by, position, token, last_event, log, summary, open_actions';
  const row: unknown = db.prepare(`SELECT ${columns} FROM kept`).raw().get();
  if (!Array.isArray(row)) throw new Error(`Nothing is kept in ${file}.`);
  const [, ...others] = row;
  db.prepare('UPDATE kept SET made_by = ?, sum = ?').run('another', sumOf('another', ...others));
  db.close();
};
