import { readFile, stat } from 'node:fs/promises';
import type { Sentence } from '@burgernet/domain';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { longestFile } from '../../audit/bundle/layout.js';
import { type Failure, refusal } from '../failure.js';

/** No proof and no list of certificates takes as much as this, in bytes. */
const most = longestFile.manifest;

/** Reads a file of text whole, if it is not too large. @param what it should hold */
export const readSmall = (file: string, what: Sentence): TE.TaskEither<Failure, string> =>
  TE.tryCatch(
    async () => {
      const { size } = await stat(file);
      if (size > most) throw new RangeError('too large');
      return readFile(file, 'utf8');
    },
    () =>
      refusal(
        'InputUnreadable',
        `${file} cannot be read as ${what.en}; name a file of at most ${most} bytes that this user may read.`,
        `${file} is niet te lezen als ${what.nl}; noem een bestand van hoogstens ${most} bytes dat deze gebruiker mag lezen.`,
        { file },
      ),
  );
