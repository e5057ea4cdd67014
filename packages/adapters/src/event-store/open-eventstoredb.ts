import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { ServerStoreOptions } from './eventstoredb/open-server-store.js';
import type { ServerAddress } from './eventstoredb/server-address.js';
import type { EventStore, StoreError } from './port.js';

/**
 * Opens a store on an EventStoreDB server or cluster. It asks the server something first, so that one
 * that is not there or lets nobody in is known at once. Only who opens one waits for its client to load.
 */
export const openEventStoreDb =
  (address: ServerAddress, options: ServerStoreOptions): TE.TaskEither<StoreError, EventStore> =>
  async () => {
    const { openServerStore } = await import('./eventstoredb/open-server-store.js');
    return openServerStore(address, options)();
  };
