import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { parseStoreUrl } from '../event-store/store-url.js';
import type { Mode } from '../sqlite/format.js';
import type { Vault, VaultError } from '../vault/port.js';
import { openSqliteVault } from '../vault/sqlite-vault.js';
import { vaultFileBeside } from '../vault/vault-file.js';
import type { Context } from './context.js';
import { type Failure, failureOf } from './failure.js';
import { storeFailure } from './store-failure.js';

/** What a vault says of itself, as a failure of the command. */
export const vaultFailure: (error: VaultError) => Failure = failureOf(3);

/** Opens the vault beside the store, uses it and closes it again, whatever happens. */
export const withVault = <A>(
  { options }: Pick<Context, 'options'>,
  mode: Mode,
  use: (vault: Vault) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    TE.fromEither(parseStoreUrl(options.store)),
    TE.chainW((address) => openSqliteVault(vaultFileBeside(address), { mode })),
    TE.mapLeft(storeFailure(options.store)),
    TE.chain((vault) => () => use(vault)().finally(vault.close)),
  );
