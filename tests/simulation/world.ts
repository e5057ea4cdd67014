import type { EventStore } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import type { Network } from './client.js';
import type { Pieces } from './pieces.js';
import type { Schedule } from './schedule.js';
import type { Witness } from './witness.js';

export const registry = domainRegistry();

/** What the processes of a simulation share. */
export interface World {
  readonly schedule: Schedule;
  readonly pieces: Pieces;
  readonly network: Network;
  readonly witness: Witness;
  /** Opens the store for a process. */
  readonly openStore: (who: string) => EventStore;
}
