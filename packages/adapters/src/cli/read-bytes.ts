import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { fileInput, streamInput } from '../interchange/input.js';
import { systemCall } from '../interchange/system-call.js';
import type { Context } from './context.js';
import { type Failure, refusal } from './failure.js';
import { isReadable } from './readable-file.js';

/**
 * Reads a file whole, or standard input where it is `-`.
 *
 * @returns its bytes, or that it is not there or cannot be read
 */
export const readBytes = (
  { stdin }: Pick<Context, 'stdin'>,
  file: string,
): TE.TaskEither<Failure, Uint8Array> => {
  const { chunks } = file === '-' ? streamInput(file, stdin) : fileInput(file);
  return pipe(
    file === '-' ? TE.right(undefined) : isReadable(file),
    TE.chain(
      () => () =>
        systemCall(
          async () => {
            const parts: Uint8Array[] = [];
            for await (const chunk of chunks()) parts.push(chunk);
            return Buffer.concat(parts);
          },
          (why) =>
            refusal(
              'InputUnreadable',
              `${file} cannot be read (${why}); see whether it is a file of text. Nothing was recorded.`,
              `${file} is niet te lezen (${why}); kijk of het een tekstbestand is. Er is niets vastgelegd.`,
              { file },
            ),
        ),
    ),
  );
};
