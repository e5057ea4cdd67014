import { access } from 'node:fs/promises';
import { both } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { parseStoreUrl } from '../event-store/store-url.js';
import type { Mode } from '../sqlite/format.js';
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

const fileOf = (store: string): TE.TaskEither<Failure, string> =>
  pipe(TE.fromEither(parseStoreUrl(store)), TE.bimap(storeFailure(store), vaultFileBeside));

const opened = (file: string, mode: Mode, { now }: Pick<Context, 'now'>): TE.TaskEither<VaultError, Vault> =>
  pipe(
    openSqliteVault(file, { mode, now }),
    TE.mapLeft(({ text }) => vaultError(text)),
  );

/** Uses the vault beside the store, made where somebody has a name, and closes it again, whatever happens. */
export const withVault = <A>(
  context: Pick<Context, 'options' | 'now'>,
  use: (vault: Vault) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    fileOf(context.options.store),
    TE.map((file) => vaultWhenNeeded(opened(file, 'write', context))),
    TE.chain((vault) => () => use(vault)().finally(vault.close)),
  );

const isThere = (file: string): TE.TaskEither<Failure, void> =>
  TE.tryCatch(
    () => access(file),
    (thrown) => ({
      status: 3,
      code: 'VaultAbsent',
      text: both(
        `There is no vault in ${file} yet; the first command that keeps a name or a text makes it.`,
        `Er is nog geen kluis in ${file}; de eerste opdracht die een naam of tekst bewaart maakt die.`,
      ),
      details: { file, why: String(thrown) },
    }),
  );

/** Uses the vault that stands beside the store; where there is none, none is made. */
export const withKeptVault = <A>(
  context: Pick<Context, 'options' | 'now'>,
  mode: Mode,
  use: (vault: Vault) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    fileOf(context.options.store),
    TE.chainFirst(isThere),
    TE.chain((file) => pipe(opened(file, mode, context), TE.mapLeft(vaultFailure))),
    TE.chain((vault) => () => use(vault)().finally(vault.close)),
  );
