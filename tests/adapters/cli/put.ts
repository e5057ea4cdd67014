import { join } from 'node:path';
import { type EventToAppend, openStore } from '@burgernet/adapters';
import type { StoredEvent } from '@burgernet/domain';
import { done } from '../../support/outcome.js';

/** Puts events into the store of a folder, as somebody would who was stopped there. */
export const put = async (
  cwd: string,
  events: ReadonlyArray<EventToAppend & Pick<StoredEvent, 'stream' | 'revision'>>,
) => {
  const store = await done(openStore(`sqlite:${join(cwd, 'burgernet.db')}`, 'write'));
  await done(
    store.appendAll(
      events.map(({ stream, revision, eventId, type, schemaVersion, recordedAt, data, metadata }) => ({
        stream,
        expected: revision === 0 ? 'no-stream' : revision - 1,
        events: [{ eventId, type, schemaVersion, recordedAt, data, metadata }],
      })),
    ),
  );
  await store.close();
};
