import { describe } from 'vitest';
import { appendContract } from './event-store/append.js';
import { appendAllContract } from './event-store/append-all.js';
import { checkIntegrityContract } from './event-store/check-integrity.js';
import { closeContract } from './event-store/close.js';
import { followContract } from './event-store/follow.js';
import { placesContract } from './event-store/places.js';
import { readContract } from './event-store/read.js';
import { repeatContract } from './event-store/repeat.js';
import { replayContract } from './event-store/replay.js';
import type { OpenStore } from './event-store/subject.js';

/**
 * What every event store promises, sentence by sentence of the port. A store enrols with its name and
 * a way to open an empty one:
 *
 *     eventStoreContract('memory store', async () => memoryStore());
 */
export const eventStoreContract = (name: string, open: OpenStore): void => {
  describe(`the contract of an event store, by the ${name}`, () => {
    appendContract(open);
    repeatContract(open);
    appendAllContract(open);
    readContract(open);
    replayContract(open);
    followContract(open);
    placesContract(open);
    checkIntegrityContract(open);
    closeContract(open);
  });
};
