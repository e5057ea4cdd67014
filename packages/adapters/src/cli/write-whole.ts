import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, refusal } from './failure.js';

const cannot = (file: string, thrown: unknown): Failure => {
  const why = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
  return refusal(
    'FileNotWritten',
    `${file} cannot be written (${why}); see whether its folder exists and this user may write there.`,
    `${file} is niet te schrijven (${why}); kijk of de map bestaat en deze gebruiker er mag schrijven.`,
    { file, why },
  );
};

const isAbsent = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';

/** The file that is meant behind links; `undefined` where it is no file that could be replaced, as `/dev/stdout`. */
const replaceable = async (file: string): Promise<string | undefined> => {
  try {
    return (await stat(file)).isFile() ? await realpath(file) : undefined;
  } catch (thrown) {
    if (isAbsent(thrown)) return file;
    throw thrown;
  }
};

/**
 * Writes a file whole or not at all: who interrupts it finds the file as it was before.
 *
 * @param file a path
 */
export const writeWhole = (file: string, text: string): TE.TaskEither<Failure, void> =>
  TE.tryCatch(
    async () => {
      const target = await replaceable(file);
      if (target === undefined) return writeFile(file, text);
      const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
      try {
        await writeFile(beside, text);
        await rename(beside, target);
      } catch (thrown) {
        await rm(beside, { force: true });
        throw thrown;
      }
    },
    (thrown) => cannot(file, thrown),
  );
