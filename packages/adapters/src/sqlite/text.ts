import { isUtf8 } from 'node:buffer';
import { Damage } from './failure.js';

/**
 * Whether SQLite, as libsql binds it, gives this text back as it was. A lone surrogate would come back
 * as U+FFFD, and what follows a NUL character would be cut off.
 */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/**
 * Whether bytes read as a BLOB are text as we store it. In a damaged file they may be anything, and
 * libsql ends the whole process where it is asked for a TEXT that is not UTF-8: so what comes from a
 * file is looked at as bytes first.
 */
export const isTextBytes = (bytes: unknown): bytes is Buffer =>
  Buffer.isBuffer(bytes) && isUtf8(bytes) && !bytes.includes(0);

/**
 * The text in the first column of a row that was read as a BLOB; `undefined` where there is no row.
 *
 * @throws Damage where it is no text
 */
export const readText = (row: unknown): string | undefined => {
  if (row === undefined) return undefined;
  const bytes: unknown = Array.isArray(row) ? row[0] : undefined;
  if (!isTextBytes(bytes)) throw new Damage('a text in it is not one');
  return bytes.toString('utf8');
};
