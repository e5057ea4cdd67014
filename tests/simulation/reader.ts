import { load } from '@burgernet/adapters';
import { ReadModels } from '@burgernet/projections';
import { clientOf } from './client.js';
import { live } from './life.js';
import type { Troubles } from './troubles.js';
import { registry, type World } from './world.js';

/** When somebody reads the log once, and how it fares. */
export interface ReaderPlan {
  readonly after: number;
  readonly troubles: Troubles;
}

/**
 * A process that replays the log once, from beginning to end, as whoever asks for a figure does.
 *
 * @returns whether it has read it
 */
export const startReader = (
  { schedule, network, witness, openStore }: World,
  name: string,
  { after, troubles }: ReaderPlan,
): (() => boolean) => {
  const client = clientOf(network, troubles);
  let isDone = false;
  live(schedule, name, [], async (life) => {
    const store = client(openStore(name), life);
    await life.turns('bides its time', after);
    for (;;) {
      const { last } = witness;
      const read = await load(store, registry, new ReadModels())();
      if (read._tag === 'Right') {
        witness.caughtUp(name, read.right, read.right.position, last);
        isDone = true;
        return;
      }

      await life.turn('waits for the store');
    }
  });
  return () => isDone;
};
