import type { ForgetError } from '../../vault/forget-text.js';
import type { ShowError } from '../../vault/show-text.js';
import { commandFailure } from '../command-failure.js';
import { type Failure, failureOf } from '../failure.js';
import { vaultFailure } from '../with-vault.js';

/** Why something is not shown or not forgotten, as a failure of the command. */
export const failureOfVault =
  (store: string) =>
  (error: ForgetError | ShowError): Failure => {
    switch (error.tag) {
      case 'VaultError':
        return vaultFailure(error);
      case 'NothingKept':
      case 'Forgotten':
      case 'OutOfSight':
      case 'RetentionOver':
        return failureOf(1)(error);
      default:
        return commandFailure(store)(error);
    }
  };
