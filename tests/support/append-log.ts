import type { EventStore } from '@burgernet/adapters';
import type { StoredEvent } from '@burgernet/domain';
import { done } from './outcome.js';

/** Appends what is in a log from one place on, an event at a time: the store's order is the log's. */
export const appendLog = async (store: EventStore, events: ReadonlyArray<StoredEvent>): Promise<void> => {
  for (const { stream, revision, position: _, ...event } of events)
    await done(
      store.append({ stream, expected: revision === 0 ? 'no-stream' : revision - 1, events: [event] }),
    );
};
