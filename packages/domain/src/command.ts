import type { Instant } from './time/instant.js';
import type { Actor } from './vocabulary/actor.js';

/** On what, by whom and when: what every command says beside what it asks. */
export interface Given {
  /** of the action, mailing, municipality's year (`GMnnnn-YYYY`) or publication, or a reference of the vault */
  readonly id: string;
  readonly by: Actor;
  readonly recordedAt: Instant;
}
