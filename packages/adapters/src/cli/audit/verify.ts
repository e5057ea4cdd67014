import { stat } from 'node:fs/promises';
import { both } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { HeldCertificates } from '../../audit/bundle/held-certificates.js';
import { type VerifiedBundle, verifyBundle } from '../../audit/bundle/verify-bundle.js';
import { parseVkey, type VerifierKey, vkeyText } from '../../audit/note/key.js';
import { count } from '../../report/numbers.js';
import type { Context, Done, Run } from '../context.js';
import { type Failure, failureOf } from '../failure.js';
import { type Given, text } from '../given.js';
import { readSmall } from './read-small.js';
import { signerWords } from './signer-words.js';
import { verifyProof } from './verify-proof.js';

/** The key that is asked for, where one is. */
export const keyAsked = (given: Given): E.Either<Failure, VerifierKey | undefined> => {
  const vkey = text(given, 'key');
  return vkey === undefined ? E.right(undefined) : pipe(parseVkey(vkey), E.mapLeft(failureOf(2)));
};

/** Reads the certificates that are held against a bundle, where a file of them is named. */
const heldIn = (file: string | undefined): TE.TaskEither<Failure, HeldCertificates | undefined> =>
  file === undefined
    ? TE.right(undefined)
    : pipe(
        readSmall(file, both('certificates', 'certificaten')),
        TE.map((content) => ({ name: file, text: content })),
      );

/** Verifies a bundle, with progress. */
export const verified = (
  { terminal }: Pick<Context, 'terminal'>,
  folder: string,
  key: VerifierKey | undefined,
  held?: HeldCertificates,
): TE.TaskEither<Failure, VerifiedBundle> =>
  pipe(
    verifyBundle(folder, {
      key,
      held,
      onProgress: ({ events }) =>
        terminal.progress(
          both(
            `${count(events, 'en')} events verified`,
            `${count(events, 'nl')} gebeurtenissen gecontroleerd`,
          ),
        ),
    }),
    TE.mapLeft(failureOf(1)),
  );

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch {
    // Verifying it says what is wrong.
    return false;
  }
};

/** Everything is computed again; nothing in the bundle is trusted. */
const verifyFolder = (
  context: Context,
  given: Given,
  folder: string,
  asked: VerifierKey | undefined,
): TE.TaskEither<Failure, Done> =>
  pipe(
    heldIn(text(given, 'certificates')),
    TE.bindTo('held'),
    TE.bind('bundle', ({ held }) => verified(context, folder, asked, held)),
    TE.chainTaskK(({ bundle }) => async (): Promise<Done> => {
      const { terminal, options } = context;
      const { manifest, certificates, held, root, quarantined, key } = bundle;
      const { events, checkpoints } = manifest;
      const isSignerChecked = asked !== undefined;
      const lines = [
        both(
          `Everything held (events: ${count(events, 'en')}, checkpoints: ${checkpoints.length}, certificates of figures: ${certificates.length}); the root is ${root}.`,
          `Alles klopt (gebeurtenissen: ${count(events, 'nl')}, controlepunten: ${checkpoints.length}, certificaten van cijfers: ${certificates.length}); de wortel is ${root}.`,
        ),
        ...(held.length === 0
          ? []
          : [
              both(
                `The certificates that were held against it follow from the same events: ${held.length}.`,
                `De certificaten die eraan getoetst zijn, volgen uit dezelfde gebeurtenissen: ${held.length}.`,
              ),
            ]),
        ...(quarantined === 0
          ? []
          : [
              both(
                `Events that cannot be read: ${count(quarantined, 'en')}; figures that they may touch are marked.`,
                `Gebeurtenissen die niet te lezen zijn: ${count(quarantined, 'nl')}; cijfers die ze kunnen raken, zijn gemerkt.`,
              ),
            ]),
        signerWords(vkeyText(key), isSignerChecked),
      ];
      await terminal.print(
        options.json
          ? `${JSON.stringify({ events, checkpoints, certificates: certificates.length, held: held.length, root, quarantined, key: vkeyText(key), isSignerChecked })}\n`
          : lines.map((line) => `${line[options.language]}\n`).join(''),
      );
      return 0;
    }),
  );

/** `burgernet audit verify FOLDER|FILE`: a bundle, or the proof of one event. */
export const auditVerify: Run = (context, given, [path = '']) =>
  pipe(
    TE.fromEither(keyAsked(given)),
    TE.bindTo('asked'),
    TE.bind('isProof', () => TE.fromTask(() => isFile(path))),
    TE.chain(({ asked, isProof }) =>
      isProof ? verifyProof(context, path, asked) : verifyFolder(context, given, path, asked),
    ),
  );
