import type { Instant } from '../time/instant.js';

/** What was kept under a reference, after it was forgotten; before that the log knows nothing of it. */
export type VaultState = {
  readonly forgottenAt: Instant;
};
