import type { Decider } from '../decider.js';
import { type Decided, decidePlain } from '../plain.js';
import { type VaultCommand, vaultCommands } from './command.js';
import { conflictOf } from './conflict.js';
import { decide } from './decide.js';
import type { VaultEvent } from './event.js';
import type { VaultRejection } from './rejection.js';
import type { VaultState } from './state.js';

/** What may be asked of a reference of the vault, what then happened, and what it is after that. */
export interface VaultDecider extends Decider<VaultCommand, VaultEvent, VaultState, VaultRejection> {}

/** What the log knows of one reference of the vault: whether it was forgotten. */
export const vaultDecider: VaultDecider = {
  kind: 'vault',
  commands: vaultCommands,
  decide,
  conflictOf: (_id, state) => conflictOf(state),
  evolve: (_state, _event, recordedAt) => ({ forgottenAt: recordedAt }),
  isByRule: () => false,
};

/**
 * Decides a command as {@link vaultDecider} does, and answers without fp-ts.
 *
 * @param command with who gives it and when it is recorded; from outside it is decoded first
 * @param state what is known of the reference so far; `undefined` before its first event
 */
export const decideVault: (
  command: VaultCommand,
  state: VaultState | undefined,
) => Decided<VaultEvent, VaultRejection> = decidePlain(vaultDecider);
