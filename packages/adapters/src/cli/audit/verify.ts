import { both } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type VerifiedBundle, verifyBundle } from '../../audit/bundle/verify-bundle.js';
import { parseVkey, type VerifierKey, vkeyText } from '../../audit/note/key.js';
import { count } from '../../report/numbers.js';
import type { Context, Done, Run } from '../context.js';
import { type Failure, failureOf } from '../failure.js';
import { type Given, text } from '../given.js';

/** The key that is asked for, where one is. */
export const keyAsked = (given: Given): E.Either<Failure, VerifierKey | undefined> => {
  const vkey = text(given, 'key');
  return vkey === undefined ? E.right(undefined) : pipe(parseVkey(vkey), E.mapLeft(failureOf(2)));
};

/** Verifies a bundle, with progress. */
export const verified = (
  { terminal }: Pick<Context, 'terminal'>,
  folder: string,
  key: VerifierKey | undefined,
): TE.TaskEither<Failure, VerifiedBundle> =>
  pipe(
    verifyBundle(folder, {
      key,
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

/** `burgernet audit verify FOLDER`: everything is computed again; nothing in the bundle is trusted. */
export const auditVerify: Run = (context, given, [folder = '']) =>
  pipe(
    TE.fromEither(keyAsked(given)),
    TE.bindTo('asked'),
    TE.bind('bundle', ({ asked }) => verified(context, folder, asked)),
    TE.chainTaskK(({ asked, bundle }) => async (): Promise<Done> => {
      const { terminal, options } = context;
      const { manifest, certificates, root, quarantined, key } = bundle;
      const { events, checkpoints } = manifest;
      const isSignerChecked = asked !== undefined;
      const lines = [
        both(
          `Everything held: ${count(events, 'en')} events, ${checkpoints.length} checkpoints and ${certificates.length} certificates of figures; the root is ${root}.`,
          `Alles klopt: ${count(events, 'nl')} gebeurtenissen, ${checkpoints.length} controlepunten en ${certificates.length} certificaten van cijfers; de wortel is ${root}.`,
        ),
        ...(quarantined === 0
          ? []
          : [
              both(
                `Events that cannot be read: ${count(quarantined, 'en')}; figures that they may touch are marked.`,
                `Gebeurtenissen die niet te lezen zijn: ${count(quarantined, 'nl')}; cijfers die ze kunnen raken, zijn gemerkt.`,
              ),
            ]),
        isSignerChecked
          ? both(`Signed by ${vkeyText(key)}, as asked.`, `Getekend door ${vkeyText(key)}, zoals gevraagd.`)
          : both(
              `The signer was not checked: the bundle says that its key is ${vkeyText(key)}. Ask whoever runs the system for theirs, and give it with --key.`,
              `Wie tekende, is niet gecontroleerd: de bundel zegt dat de sleutel ${vkeyText(key)} is. Vraag de beheerder om de zijne, en geef die met --key.`,
            ),
      ];
      await terminal.print(
        options.json
          ? `${JSON.stringify({ events, checkpoints, certificates: certificates.length, root, quarantined, key: vkeyText(key), isSignerChecked })}\n`
          : lines.map((line) => `${line[options.language]}\n`).join(''),
      );
      return 0;
    }),
  );
