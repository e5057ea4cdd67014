import { type EventStore, openEventStoreDb, parseStoreUrl, type StoreStatus } from '@burgernet/adapters';
import { onTestFinished } from 'vitest';
import type { MisbehavingServer } from '../../../support/misbehaving-server.js';
import { done } from '../../../support/outcome.js';

export const stream = 'burgernet.action-0a7b3c1e-1111-4222-8333-944455556666';
/** How long a server may keep silent here, and how often a call is tried. */
export const limits = { answer: 250, attempts: 4, pause: 8, longestPause: 16 };

/** A store on a server of the tests; it does not really wait between two attempts. */
export const storeOn = async (
  server: Pick<MisbehavingServer, 'address'>,
  options: {
    readonly mode?: 'read' | 'write';
    readonly positions?: 'counted';
    readonly limits?: typeof limits;
  } = {},
): Promise<{ readonly store: EventStore; readonly statuses: StoreStatus[] }> => {
  const address = parseStoreUrl(server.address);
  if (address._tag === 'Left' || address.right.scheme !== 'esdb') throw new Error('No address of a server.');
  const statuses: StoreStatus[] = [];
  const store = await done(
    openEventStoreDb(address.right.server, {
      mode: 'write',
      limits,
      onStatus: (status) => statuses.push(status),
      world: { random: () => 0, wait: () => new Promise((resolve) => setImmediate(resolve)) },
      ...options,
    }),
  );
  onTestFinished(() => store.close());
  return { store, statuses };
};
