import type { Decider } from '../decider.js';
import { type Decided, decidePlain } from '../plain.js';
import { type PublicationCommand, publicationCommands } from './command.js';
import { conflictOf } from './conflict.js';
import { decide } from './decide.js';
import type { PublicationEvent } from './event.js';
import type { PublicationRejection } from './rejection.js';
import { evolvePublication, type PublicationState } from './state.js';

/** What may be asked of a publication, what then happened, and what it is after that. */
export interface PublicationDecider
  extends Decider<PublicationCommand, PublicationEvent, PublicationState, PublicationRejection> {}

/** What was published, table by table. */
export const publicationDecider: PublicationDecider = {
  kind: 'publication',
  commands: publicationCommands,
  decide,
  conflictOf: (_id, state, event) => conflictOf(state, event),
  evolve: evolvePublication,
  isByRule: () => false,
};

/**
 * Decides a command as {@link publicationDecider} does, and answers without fp-ts.
 *
 * @param command with who gives it and when it is recorded; from outside it is decoded first
 * @param state the publication so far; `undefined` before its first event
 */
export const decidePublication: (
  command: PublicationCommand,
  state: PublicationState | undefined,
) => Decided<PublicationEvent, PublicationRejection> = decidePlain(publicationDecider);
