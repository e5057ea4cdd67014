import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of a folder, and of those in it, that hold a text in UTF-8 or UTF-16, or these bytes. */
export const filesHolding = async (
  folder: string,
  ...these: ReadonlyArray<string | Buffer>
): Promise<ReadonlyArray<string>> => {
  const wanted = these.flatMap((one) =>
    typeof one === 'string' ? [Buffer.from(one), Buffer.from(one, 'utf16le')] : [one],
  );
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const holding: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name);
    // SQLite removes the files beside a database when the last who uses it leaves, as a process does that ends.
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' && /-(?:wal|shm|journal)$/.test(file)) return undefined;
      throw error;
    });
    if (bytes === undefined) continue;
    if (wanted.some((one) => bytes.includes(one))) holding.push(file);
  }
  return holding;
};
