import type { StoredEvent } from '@burgernet/domain';
import type { Entry } from './misbehaving-server.js';

/** Events as a server keeps them. */
export const asEntries = (events: ReadonlyArray<StoredEvent>): ReadonlyArray<Entry> =>
  events.map(({ stream, revision, eventId, type, schemaVersion, recordedAt, data, metadata }) => ({
    stream,
    revision,
    id: eventId,
    type,
    data,
    metadata: JSON.stringify({ schemaVersion, recordedAt, metadata: JSON.parse(metadata) }),
  }));
