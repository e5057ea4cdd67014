import { both } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { signedBy } from '../../audit/kept-checkpoints/against-log.js';
import { checkpointLine } from '../../audit/kept-checkpoints/checkpoints-file.js';
import { type SignerKey, vkeyText } from '../../audit/note/key.js';
import { type HandOver, rotateKeyFile } from '../../audit/note/key-file.js';
import type { KeyFileFault } from '../../audit/note/key-file-fault.js';
import { cosignNote } from '../../audit/note/signed-note.js';
import type { Context, Done, Run } from '../context.js';
import { type Failure, failureOf } from '../failure.js';
import { text } from '../given.js';
import { writeWhole } from '../write-whole.js';
import { type AuditFiles, auditFilesOf } from './audit-files.js';
import { keptCheckpoints, keyOf } from './signing.js';

/** Puts a new key under every checkpoint that was kept; the old one must have signed each. */
const handOver =
  (files: AuditFiles): HandOver<Failure> =>
  (retired, key) =>
    pipe(
      keptCheckpoints(files),
      TE.chainFirstEitherK((kept) => pipe(signedBy(retired.verifier, kept), E.mapLeft(failureOf(1)))),
      TE.chain((kept) =>
        kept.length === 0
          ? TE.right(undefined)
          : writeWhole(
              files.checkpoints,
              kept
                .map((checkpoint) => ({ ...checkpoint, note: cosignNote(key, checkpoint.note) }))
                .map(checkpointLine)
                .join(''),
            ),
      ),
    );

const asFailure = (fault: KeyFileFault | Failure): Failure => ('tag' in fault ? failureOf(1)(fault) : fault);

/** A new key in the place of the old one, whose name is put under every checkpoint that the old one signed. */
const rotated = ({ terminal }: Context, files: AuditFiles): TE.TaskEither<Failure, SignerKey> =>
  pipe(
    rotateKeyFile(files.key, handOver(files)),
    TE.mapLeft(asFailure),
    TE.map(({ key, retiredFile }) => {
      terminal.note(
        both(
          `The key before it stands in ${retiredFile}; tell those who verify that this one took its place.`,
          `De vorige sleutel staat in ${retiredFile}; zeg wie controleert dat deze haar plaats innam.`,
        ),
      );
      return key;
    }),
  );

/** `burgernet audit key`: the half of the signing key that everybody may have; the key is made where there is none. */
export const auditKey: Run = (context, given) =>
  pipe(
    TE.fromEither(auditFilesOf(context.options.store)),
    TE.chain((files) =>
      given['rotate'] === true ? rotated(context, files) : keyOf(context, files, text(given, 'name')),
    ),
    TE.chainTaskK(({ verifier }) => async (): Promise<Done> => {
      const vkey = vkeyText(verifier);
      await context.terminal.print(
        context.options.json ? `${JSON.stringify({ name: verifier.name, key: vkey })}\n` : `${vkey}\n`,
      );
      return 0;
    }),
  );
