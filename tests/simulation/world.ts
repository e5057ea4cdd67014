import type { EventStore } from '@burgernet/adapters';
import { domainRegistry, type Uuid } from '@burgernet/domain';
import type { Network } from './client.js';
import type { Pieces } from './pieces.js';
import type { Schedule } from './schedule.js';
import type { Witness } from './witness.js';

export const registry = domainRegistry();

/** Every command of a simulation has an id; none is to be made. */
export const newId = (): Uuid => {
  throw new Error('A command came without an id.');
};

/** What the processes of a simulation share. */
export interface World {
  readonly schedule: Schedule;
  readonly pieces: Pieces;
  readonly network: Network;
  readonly witness: Witness;
  /** how far clocks may differ, in milliseconds */
  readonly tolerance: number;
  /** Opens the store for a process. */
  readonly openStore: (who: string) => EventStore;
}
