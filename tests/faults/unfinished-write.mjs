import { existsSync, readFileSync, statSync } from 'node:fs';

/**
 * Whether an SQLite file was left in the midst of a write: pages of a transaction stand in the log beside
 * it that nothing commits, or there is a journal to undo one (https://www.sqlite.org/fileformat2.html).
 *
 * @param {string} file
 */
export const isWriteUnfinished = (file) => {
  if ((statSync(`${file}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return true;
  if (!existsSync(`${file}-wal`)) return false;
  const log = readFileSync(`${file}-wal`);
  if (log.length < 32) return log.length > 0;
  const salts = log.subarray(16, 24);
  const frame = 24 + log.readUInt32BE(8);
  let at = 32;
  let isCommitted = true;
  // Frames with other salts are left from before the log was begun anew.
  for (; at + frame <= log.length && log.subarray(at + 8, at + 16).equals(salts); at += frame)
    isCommitted = log.readUInt32BE(at + 4) !== 0;
  return !isCommitted || (at + frame > log.length && at < log.length);
};
