import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { link, lstat, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { isKeyName, newKey, parseSignerKey, type SignerKey, signerKeyText } from './key.js';
import { type KeyFileFault, refuseKeyFile } from './key-file-fault.js';

/** No key takes as much as this, in bytes. */
const longest = 4_096;
const ownerOnly = 0o600;
/** Windows has no such rights; there a file has those of its folder. */
const hasModes = process.platform !== 'win32';

const codeOf = (thrown: unknown): unknown =>
  thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;

/** Does something with a key file; what the system refuses becomes a fault, a bug stays one. */
const attempt = <A>(file: string, work: () => Promise<A>): TE.TaskEither<KeyFileFault, A> =>
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
const nameUnlessTaken = async (from: string, to: string): Promise<boolean> => {
  try {
    await link(from, to);
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
    throw thrown;
  }
};

/** Writes a key to a file of its own beside another one, uses it and removes that name of it again. */
const withKeyBeside = async <A>(
  file: string,
  key: SignerKey,
  use: (beside: string) => Promise<A>,
): Promise<A> => {
  const beside = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  try {
    const handle = await open(beside, 'wx', ownerOnly);
    try {
      await handle.writeFile(`${signerKeyText(key)}\n`);
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
 * Makes a key and its file, for its owner's eyes only. The file is there whole or not at all, and one that
 * is there already stays as it is.
 *
 * @param name of the key, and the origin of the log that it speaks for; see {@link isKeyName}
 */
export const createKeyFile = (file: string, name: string): TE.TaskEither<KeyFileFault, SignerKey> => {
  if (!isKeyName(name)) return TE.left(refuseKeyFile('KeyNameMalformed', { name }));
  const key = newKey(name);
  return pipe(
    attempt(file, () => withKeyBeside(file, key, (beside) => nameUnlessTaken(beside, file))),
    TE.mapLeft(absentFolder(file)),
    TE.chain((isMade) => (isMade ? TE.right(key) : TE.left(refuseKeyFile('KeyFileExists', { file })))),
  );
};

/** Whether a file is one that its owner alone may read, and not too long to be a key. */
const lookedAt = (file: string, stats: Stats): E.Either<KeyFileFault, void> => {
  if (!stats.isFile() || (hasModes && (stats.mode & 0o077) !== 0))
    return E.left(refuseKeyFile('KeyFileOpen', { file }));
  return stats.size > longest ? E.left(refuseKeyFile('KeyFileDamaged', { file })) : E.right(undefined);
};

const keyOf = (file: string, text: string): E.Either<KeyFileFault, SignerKey> =>
  pipe(
    parseSignerKey(text.replace(/\n$/, '')),
    E.mapLeft(() => refuseKeyFile('KeyFileDamaged', { file })),
  );

/** Reads a key file. One that others may read is refused: its key may be theirs too. */
export const readKeyFile = (file: string): TE.TaskEither<KeyFileFault, SignerKey> =>
  pipe(
    attempt(file, () => lstat(file)),
    TE.chainEitherK((stats) => lookedAt(file, stats)),
    TE.chain(() => attempt(file, () => readFile(file, 'utf8'))),
    TE.chainEitherK((text) => keyOf(file, text)),
  );

/** A key that took the place of another. */
export interface Rotated {
  readonly retired: SignerKey;
  /** where the retired key stands now; whoever is sure that it is not needed may destroy it */
  readonly retiredFile: string;
  readonly key: SignerKey;
}

/**
 * Puts a new key of the same name in the place of the one in a file. At each moment there is one whole key
 * there; the old one is kept beside it under its id. What the old key signed still carries its signature:
 * the new one is put under it with `cosignNote`.
 */
export const rotateKeyFile = (file: string): TE.TaskEither<KeyFileFault, Rotated> =>
  pipe(
    readKeyFile(file),
    TE.chain((retired) => {
      const key = newKey(retired.verifier.name);
      const retiredFile = `${file}.${retired.verifier.id}`;
      return pipe(
        attempt(file, () =>
          withKeyBeside(file, key, async (beside) => {
            // Of two who do this at once, only one gives the old key this name.
            if (!(await nameUnlessTaken(file, retiredFile))) return false;
            await rename(beside, file);
            return true;
          }),
        ),
        TE.chain((isDone) =>
          isDone
            ? TE.right({ retired, retiredFile, key })
            : TE.left(refuseKeyFile('KeyFileExists', { file: retiredFile })),
        ),
      );
    }),
  );
