import { rename, rm } from 'node:fs/promises';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { isKeyName, newKey, parseSignerKey, type SignerKey, signerKeyText } from './key.js';
import { type KeyFileFault, refuseKeyFile } from './key-file-fault.js';
import { attempt, nameUnlessTaken, readSecret, withSecretBeside, writeSecret } from './secret-file.js';

/**
 * Makes a key and its file, for its owner's eyes only. The file is there whole or not at all, and one that
 * is there already stays as it is.
 *
 * @param name of the key, and the origin of the log that it speaks for; see `isKeyName`
 */
export const createKeyFile = (file: string, name: string): TE.TaskEither<KeyFileFault, SignerKey> => {
  if (!isKeyName(name)) return TE.left(refuseKeyFile('KeyNameMalformed', { name }));
  const key = newKey(name);
  return pipe(
    writeSecret(file, signerKeyText(key)),
    TE.chain((isMade) => (isMade ? TE.right(key) : TE.left(refuseKeyFile('KeyFileExists', { file })))),
  );
};

const keyOf = (file: string, text: string): E.Either<KeyFileFault, SignerKey> =>
  pipe(
    parseSignerKey(text),
    E.mapLeft(() => refuseKeyFile('KeyFileDamaged', { file })),
  );

/** Reads a key file. One that others may read is refused: its key may be theirs too. */
export const readKeyFile = (file: string): TE.TaskEither<KeyFileFault, SignerKey> =>
  pipe(
    readSecret(file),
    TE.chainEitherK((text) => keyOf(file, text)),
  );

/** A key that took the place of another. */
export interface Rotated {
  readonly retired: SignerKey;
  /** where the retired key stands now; whoever is sure that it is not needed may destroy it */
  readonly retiredFile: string;
  readonly key: SignerKey;
}

/** What is done with what the retired key signed, before the new one takes its place. */
export type HandOver<F> = (retired: SignerKey, key: SignerKey) => TE.TaskEither<F, void>;

/**
 * Puts a new key of the same name in the place of the one in a file. At each moment there is one whole key
 * there; the old one is kept beside it under its id. What the old key signed still carries its signature.
 *
 * @param handOver puts the new one under it, see `cosignNote`; where it fails nothing has changed
 */
export const rotateKeyFile = <F>(
  file: string,
  handOver: HandOver<F>,
): TE.TaskEither<KeyFileFault | F, Rotated> =>
  pipe(
    readKeyFile(file),
    TE.chainW((retired) => {
      const key = newKey(retired.verifier.name);
      const retiredFile = `${file}.${retired.verifier.id}`;
      return pipe(
        attempt(file, () =>
          withSecretBeside(
            file,
            signerKeyText(key),
            async (beside): Promise<E.Either<KeyFileFault | F, Rotated>> => {
              // Of two who do this at once, only one gives the old key this name.
              if (!(await nameUnlessTaken(file, retiredFile)))
                return E.left(refuseKeyFile('KeyFileExists', { file: retiredFile }));
              const handed = await handOver(retired, key)();
              if (E.isLeft(handed)) {
                await rm(retiredFile);
                return handed;
              }
              await rename(beside, file);
              return E.right({ retired, retiredFile, key });
            },
          ),
        ),
        TE.chainEitherKW((rotated) => rotated),
      );
    }),
  );
