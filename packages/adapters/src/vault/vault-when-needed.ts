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
  const asked = <A>(ask: (vault: Vault) => TE.TaskEither<VaultError, A>): TE.TaskEither<VaultError, A> =>
    pipe(opened, TE.chain(ask));
  return {
    keep: (text) => asked(({ keep }) => keep(text)),
    actor: (role, name, at, fresh) => asked(({ actor }) => actor(role, name, at, fresh)),
    knownActor: (role, name) => asked(({ knownActor }) => knownActor(role, name)),
    about: (reference) => asked(({ about }) => about(reference)),
    consult: (access) => asked(({ consult }) => consult(access)),
    kept: asked(({ kept }) => kept),
    accesses: asked(({ accesses }) => accesses),
    forget: (these) => asked(({ forget }) => forget(these)),
    unsettled: asked(({ unsettled }) => unsettled),
    settle: (references) => asked(({ settle }) => settle(references)),
    close: async () => {
      const vault = await opening;
      if (vault?._tag === 'Right') await vault.right.close();
    },
  };
};
