import { type BigIntStats, closeSync, fstatSync, openSync, statSync } from 'node:fs';

/** A file that this process opened beside SQLite. */
interface Held {
  readonly descriptor: number;
  readonly device: bigint;
  readonly inode: bigint;
}

/**
 * POSIX takes from a process all its locks on a file when it closes any descriptor of that file, those
 * of SQLite too (https://www.sqlite.org/howtocorrupt.html, "Posix advisory locks canceled"). Another
 * process that ends then believes to be the last, and removes the log beside the file: what is appended
 * here after that is acknowledged and lost. So what was opened once stays open and is read through that.
 */
const held: Held[] = [];

/** Lets go of files that have no name any more: nobody can come to open one of those again. */
const forgetRemoved = (): void => {
  for (const [at, { descriptor }] of [...held.entries()].reverse())
    if (fstatSync(descriptor).nlink === 0) {
      held.splice(at, 1);
      closeSync(descriptor);
    }
};

const isOf =
  ({ dev, ino }: BigIntStats) =>
  ({ device, inode }: Held): boolean =>
    device === dev && inode === ino;

/** What is done with a descriptor where locks belong to it and not to the process. */
const useOnce = <A>(file: string, flags: string, mode: number, use: (descriptor: number) => A): A => {
  const descriptor = openSync(file, flags, mode);
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/**
 * Does something with a file beside SQLite, through a descriptor that is never closed while the file is
 * there. It throws what the system refuses.
 *
 * @param flags with which it is opened where it is not yet; reading must be among them
 * @param mode of a file that is made by that
 */
export const withFile = <A>(
  file: string,
  flags: 'r' | 'a+',
  mode: number,
  use: (descriptor: number) => A,
): A => {
  // Windows locks for a descriptor, and a file that is held cannot be removed there.
  if (process.platform === 'win32') return useOnce(file, flags, mode, use);
  forgetRemoved();
  const there = statSync(file, { bigint: true, throwIfNoEntry: false });
  const known = there && held.find(isOf(there));
  if (known !== undefined) return use(known.descriptor);
  const descriptor = openSync(file, flags, mode);
  const { dev: device, ino: inode } = fstatSync(descriptor, { bigint: true });
  held.push({ descriptor, device, inode });
  return use(descriptor);
};
