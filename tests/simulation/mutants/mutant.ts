import type { EventStore } from '@burgernet/adapters';
import type { EmbeddedLog } from '../../../packages/adapters/src/event-store/embedded-log.js';
import { embeddedStore } from '../../../packages/adapters/src/event-store/embedded-store.js';
import { memoryLog } from '../../../packages/adapters/src/event-store/memory-store.js';
import { type Pieces, soundPieces } from '../pieces.js';

/** A piece that is wrong on purpose, and the words in which a simulation says so. */
export interface Mutant {
  readonly wrong: string;
  readonly found: RegExp;
  readonly pieces: Pieces;
}

export const mutant = (wrong: string, found: RegExp, pieces: Partial<Pieces>): Mutant => ({
  wrong,
  found,
  pieces: { ...soundPieces, ...pieces },
});

/** A log of which something is changed. */
export const logWith =
  (change: (sound: EmbeddedLog) => Partial<EmbeddedLog>): Pieces['newLog'] =>
  () => {
    const sound = memoryLog();
    return { ...sound, ...change(sound) };
  };

/** A store of which something is changed. */
export const storeWith =
  (change: (sound: EventStore) => Partial<EventStore>): Pieces['openStore'] =>
  (log, pace) => {
    const sound = embeddedStore(log, pace);
    return { ...sound, ...change(sound) };
  };
