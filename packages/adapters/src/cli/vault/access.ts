import { both, local } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { roleLabel } from '../../report/labels/codes.js';
import type { AccessRecord } from '../../vault/port.js';
import type { Context, Done, Run } from '../context.js';
import type { Failure } from '../failure.js';
import type { Language } from '../language.js';
import { vaultFailure, withKeptVault } from '../with-vault.js';

const nobody = both(
  'Nobody has read anything in the vault yet.',
  'Nog niemand heeft iets in de kluis gelezen.',
);

const lineOf = ({ at, role, actorId, reason, kind, reference }: AccessRecord, language: Language): string =>
  `${local(at)}  ${roleLabel(role, language)} ${actorId}  ${reason}  ${kind} ${reference}`;

/** Every reading of what the vault beside the store keeps, in order; a failure `VaultAbsent` where there is none. */
export const accessRecords = (
  context: Pick<Context, 'options' | 'now'>,
): TE.TaskEither<Failure, ReadonlyArray<AccessRecord>> =>
  withKeptVault(context, 'read', (vault) => pipe(vault.accesses, TE.mapLeft(vaultFailure)));

/** `burgernet vault access`: who read what, when and why. Names stay in the vault, under the ids that stand here. */
export const vaultAccess: Run = (context) =>
  pipe(
    accessRecords(context),
    TE.chainTaskK((accesses) => async (): Promise<Done> => {
      const { options, terminal } = context;
      const list =
        accesses.length === 0
          ? nobody[options.language]
          : accesses.map((access) => lineOf(access, options.language)).join('\n');
      await terminal.print(options.json ? `${JSON.stringify({ accesses })}\n` : `${list}\n`);
      return 0;
    }),
  );
