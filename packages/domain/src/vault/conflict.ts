import { refuse, type VaultRejection } from './rejection.js';
import type { VaultState } from './state.js';

/**
 * Whether something is forgotten a second time.
 *
 * @returns the broken rule, or `undefined` where there is none
 */
export const conflictOf = (state: VaultState | undefined): VaultRejection | undefined =>
  state === undefined ? undefined : refuse('AlreadyForgotten', { forgottenAt: state.forgottenAt });
