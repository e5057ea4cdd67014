import type { Instant } from './time/instant.js';
import type { Actor } from './vocabulary/actor.js';

/** On what, by whom and when: what every command says beside what it asks. */
export type Given = {
  /** of the action, mailing, municipality's year (`GMnnnn-YYYY`) or publication, or a reference of the vault */
  readonly id: string;
  /** who gives the command */
  readonly by: Actor;
  /** when it is recorded; the moments in its data are when something happened */
  readonly recordedAt: Instant;
};

/** A command: what is asked, on what, by whom and when. */
export interface Command<T extends string, D> extends Given {
  readonly type: T;
  /** what it asks for */
  readonly data: D;
}
