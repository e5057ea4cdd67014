import type { Decider } from '../decider.js';
import { type VaultCommand, vaultCommands } from './command.js';
import { conflictOf } from './conflict.js';
import { decideVault } from './decide.js';
import type { VaultEvent } from './event.js';
import type { VaultRejection } from './rejection.js';
import type { VaultState } from './state.js';

/** What the log knows of one reference of the vault: whether it was forgotten. */
export const vaultDecider: Decider<VaultCommand, VaultEvent, VaultState, VaultRejection> = {
  kind: 'vault',
  commands: vaultCommands,
  decide: decideVault,
  conflictOf: (_id, state) => conflictOf(state),
  evolve: (_state, _event, recordedAt) => ({ forgottenAt: recordedAt }),
  isByRule: () => false,
};
