import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { link, lstat, open, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type KeyFileFault, refuseKeyFile } from './key-file-fault.js';

/** No secret takes as much as this, in bytes. */
const longest = 4_096;
const ownerOnly = 0o600;
/** Windows has no such rights; there a file has those of its folder. */
const hasModes = process.platform !== 'win32';

const codeOf = (thrown: unknown): unknown =>
  thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;

/** Does something with such a file; what the system refuses becomes a fault, a bug stays one. */
export const attempt = <A>(file: string, work: () => Promise<A>): TE.TaskEither<KeyFileFault, A> =>
  TE.tryCatch(work, (thrown) => {
    const code = codeOf(thrown);
    if (code === undefined) throw thrown;
    if (code === 'ENOENT') return refuseKeyFile('KeyFileAbsent', { file });
    return refuseKeyFile('KeyFileFailed', { file, detail: String(code) });
  });

/** Has the system write a folder's names to the disk. */
const syncFolder = async (folder: string): Promise<void> => {
  if (!hasModes) return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Gives a file a second name, unless there is one already. */
export const nameUnlessTaken = async (from: string, to: string): Promise<boolean> => {
  try {
    await link(from, to);
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
    throw thrown;
  }
};

/** Writes a secret to a file of its own beside another one, uses it and removes that name of it again. */
export const withSecretBeside = async <A>(
  file: string,
  text: string,
  use: (beside: string) => Promise<A>,
): Promise<A> => {
  const beside = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  try {
    const handle = await open(beside, 'wx', ownerOnly);
    try {
      await handle.writeFile(`${text}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return await use(beside);
  } finally {
    await rm(beside, { force: true });
    await syncFolder(dirname(file));
  }
};

const absentFolder = (file: string) => (fault: KeyFileFault) =>
  fault.tag === 'KeyFileAbsent' ? refuseKeyFile('KeyFileFailed', { file, detail: 'ENOENT' }) : fault;

/**
 * Writes a secret, for its owner's eyes only. Its file is there whole or not at all, and one that is there
 * already stays as it is.
 *
 * @returns whether it was written
 */
export const writeSecret = (file: string, text: string): TE.TaskEither<KeyFileFault, boolean> =>
  pipe(
    attempt(file, () => withSecretBeside(file, text, (beside) => nameUnlessTaken(beside, file))),
    TE.mapLeft(absentFolder(file)),
  );

/** Whether a file is one that its owner alone may read, and not too long to be a secret. */
const lookedAt = (file: string, stats: Stats): E.Either<KeyFileFault, void> => {
  if (!stats.isFile() || (hasModes && (stats.mode & 0o077) !== 0))
    return E.left(refuseKeyFile('KeyFileOpen', { file }));
  return stats.size > longest ? E.left(refuseKeyFile('KeyFileDamaged', { file })) : E.right(undefined);
};

/** Reads a secret. A file that others may read is refused: they may have the secret too. */
export const readSecret = (file: string): TE.TaskEither<KeyFileFault, string> =>
  pipe(
    attempt(file, () => lstat(file)),
    TE.chainEitherK((stats) => lookedAt(file, stats)),
    TE.chain(() => attempt(file, () => readFile(file, 'utf8'))),
    TE.map((text) => text.replace(/\n$/, '')),
  );
