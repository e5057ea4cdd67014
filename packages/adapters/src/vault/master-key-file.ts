import { both } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { fromBase64 } from '../audit/note/base64.js';
import { readSecret, writeSecret } from '../audit/note/secret-file.js';
import type { StoreError } from '../event-store/port.js';
import { unavailable, unusable } from '../sqlite/failure.js';
import { type MasterKey, masterKeyOf } from './master-key.js';
import { keyBytes, newKey } from './sealing.js';

const beginning = 'BURGERNET+VAULT+KEY+1+';

const secretOf = (file: string, text: string): E.Either<StoreError, MasterKey> => {
  const secret = text.startsWith(beginning) ? fromBase64(text.slice(beginning.length)) : undefined;
  return secret?.length === keyBytes
    ? E.right(masterKeyOf(Buffer.from(secret)))
    : E.left(
        unusable(
          `${file} holds no key of a vault, or was cut off; restore it from a copy.`,
          `${file} bevat geen sleutel van een kluis, of is afgebroken; zet een kopie terug.`,
        ),
      );
};

/** Reads the master key of a vault; `undefined` where there is no such file. */
export const readMasterKey = (file: string): TE.TaskEither<StoreError, MasterKey | undefined> =>
  pipe(
    readSecret(file),
    TE.foldW(
      (fault): TE.TaskEither<StoreError, MasterKey | undefined> =>
        fault.tag === 'KeyFileAbsent'
          ? TE.right(undefined)
          : TE.left(unavailable(fault.text.en, fault.text.nl)),
      (text) => TE.fromEither(secretOf(file, text)),
    ),
  );

/** What is wrong where a vault is there and its key is not. */
export const keyAbsent = (file: string, keyFile: string): StoreError => {
  const text = both(
    `The key of ${file} is not in ${keyFile}, and without it nothing in the vault can be read; restore it from a copy.`,
    `De sleutel van ${file} staat niet in ${keyFile}, en zonder die sleutel is niets in de kluis te lezen; zet een kopie terug.`,
  );
  return unusable(text.en, text.nl);
};

/** Makes a master key and its file, for its owner's eyes only. Of several who do so at once, all get the same. */
export const makeMasterKey = (file: string): TE.TaskEither<StoreError, MasterKey> =>
  pipe(
    writeSecret(file, `${beginning}${newKey().toString('base64')}`),
    TE.mapLeft(({ text }): StoreError => unavailable(text.en, text.nl)),
    TE.chain(() => readMasterKey(file)),
    TE.chainEitherK(E.fromNullable(keyAbsent(file, file))),
  );
