import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Vault, VaultError } from './port.js';

/**
 * A vault that is opened, and so made, only when something is asked of it: where there is no name to keep,
 * no vault is left behind. Where it cannot be opened, everything that is asked of it says so.
 */
export const vaultWhenNeeded = (open: TE.TaskEither<VaultError, Vault>): Vault => {
  let opening: ReturnType<typeof open> | undefined;
  const opened: TE.TaskEither<VaultError, Vault> = () => {
    opening ??= open();
    return opening;
  };
  return {
    keep: (reference, subject, text) =>
      pipe(
        opened,
        TE.chain((vault) => vault.keep(reference, subject, text)),
      ),
    look: (reference) =>
      pipe(
        opened,
        TE.chain((vault) => vault.look(reference)),
      ),
    actor: (role, name, fresh) =>
      pipe(
        opened,
        TE.chain((vault) => vault.actor(role, name, fresh)),
      ),
    close: async () => {
      const vault = await opening;
      if (vault?._tag === 'Right') await vault.right.close();
    },
  };
};
