import type { Decider } from '../decider.js';
import { type PublicationCommand, publicationCommands } from './command.js';
import { conflictOf } from './conflict.js';
import { decidePublication } from './decide.js';
import type { PublicationEvent } from './event.js';
import type { PublicationRejection } from './rejection.js';
import { evolvePublication, type PublicationState } from './state.js';

/** What was published, table by table. */
export const publicationDecider: Decider<
  PublicationCommand,
  PublicationEvent,
  PublicationState,
  PublicationRejection
> = {
  kind: 'publication',
  commands: publicationCommands,
  decide: decidePublication,
  conflictOf: (_id, state, event) => conflictOf(state, event),
  evolve: evolvePublication,
  isByRule: () => false,
};
