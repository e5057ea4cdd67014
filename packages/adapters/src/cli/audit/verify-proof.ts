import { both } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { hashText } from '../../audit/merkle/hash.js';
import { type VerifierKey, vkeyText } from '../../audit/note/key.js';
import { verifyEventProof } from '../../audit/proof/event-proof.js';
import { printable } from '../../report/printable.js';
import type { Context, Done } from '../context.js';
import { type Failure, failureOf } from '../failure.js';
import { readSmall } from './read-small.js';
import { signerWords } from './signer-words.js';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Verifies the proof of one event, see `burgernet audit prove`, by itself. @param asked the key that must have signed */
export const verifyProof = (
  { terminal, options }: Pick<Context, 'terminal' | 'options'>,
  file: string,
  asked: VerifierKey | undefined,
): TE.TaskEither<Failure, Done> =>
  pipe(
    readSmall(file, both('a proof', 'een bewijs')),
    TE.chainEitherK((text) => pipe(verifyEventProof(parsed(text), asked), E.mapLeft(failureOf(1)))),
    TE.chainTaskK(({ proof, head }) => async (): Promise<Done> => {
      const key = asked === undefined ? proof.key : vkeyText(asked);
      const [position, size] = [proof.index + 1, String(head.size)];
      const lines = [
        both(
          `It holds: this is the event at position ${position} of the log of ${size} events whose root is ${hashText(head.root)}.`,
          `Het klopt: dit is de gebeurtenis op positie ${position} van het log van ${size} gebeurtenissen met wortel ${hashText(head.root)}.`,
        ),
        signerWords(key, asked !== undefined),
        both(printable(proof.leaf), printable(proof.leaf)),
      ];
      await terminal.print(
        options.json
          ? `${JSON.stringify({ position, size: Number(head.size), root: hashText(head.root), leaf: proof.leaf, key, isSignerChecked: asked !== undefined })}\n`
          : lines.map((line) => `${line[options.language]}\n`).join(''),
      );
      return 0;
    }),
  );
