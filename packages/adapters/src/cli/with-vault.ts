import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { parseStoreUrl } from '../event-store/store-url.js';
import type { Vault, VaultError } from '../vault/port.js';
import { openSqliteVault } from '../vault/sqlite-vault.js';
import { vaultError } from '../vault/vault-error.js';
import { vaultFileBeside } from '../vault/vault-file.js';
import { vaultWhenNeeded } from '../vault/vault-when-needed.js';
import type { Context } from './context.js';
import { type Failure, failureOf } from './failure.js';
import { storeFailure } from './store-failure.js';

/** What a vault says of itself, as a failure of the command. */
export const vaultFailure: (error: VaultError) => Failure = failureOf(3);

/** Uses the vault beside the store, made where somebody has a name, and closes it again, whatever happens. */
export const withVault = <A>(
  { options }: Pick<Context, 'options'>,
  use: (vault: Vault) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    TE.fromEither(parseStoreUrl(options.store)),
    TE.mapLeft(storeFailure(options.store)),
    TE.map((address) =>
      vaultWhenNeeded(
        pipe(
          openSqliteVault(vaultFileBeside(address), { mode: 'write' }),
          TE.mapLeft(({ text }) => vaultError(text)),
        ),
      ),
    ),
    TE.chain((vault) => () => use(vault)().finally(vault.close)),
  );
