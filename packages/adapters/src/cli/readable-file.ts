import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { both, type Sentence } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, refusal } from './failure.js';

/**
 * Refuses a file that is not there, or is none, before anything is made for it.
 *
 * @param instead what else may be done where it is a folder, behind "name the files in it"
 */
export const isReadable = (file: string, instead: Sentence = both('', '')): TE.TaskEither<Failure, void> =>
  pipe(
    TE.tryCatch(
      async () => {
        await access(file, constants.R_OK);
        return stat(file);
      },
      () =>
        refusal(
          'InputUnreadable',
          `${file} cannot be read; see whether it exists and this user may read it. Nothing was recorded.`,
          `${file} is niet te lezen; kijk of het bestaat en of deze gebruiker het mag lezen. Er is niets vastgelegd.`,
          { file },
        ),
    ),
    TE.chain((found) =>
      found.isDirectory()
        ? TE.left(
            refusal(
              'InputUnreadable',
              `${file} is a folder; name the files in it${instead.en}. Nothing was recorded.`,
              `${file} is een map; noem de bestanden erin${instead.nl}. Er is niets vastgelegd.`,
              { file },
            ),
          )
        : TE.right(undefined),
    ),
  );
