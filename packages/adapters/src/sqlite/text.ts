import { isUtf8 } from 'node:buffer';

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
