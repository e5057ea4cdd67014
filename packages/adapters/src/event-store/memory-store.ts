import type { StoredEvent } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { Place } from './append-rule.js';
import type { EmbeddedLog } from './embedded-log.js';
import { embeddedStore } from './embedded-store.js';
import type { EventStore } from './port.js';
import { type Streams, writeInOrder } from './write-in-order.js';

interface Stream {
  readonly events: StoredEvent[];
  readonly places: Map<string, Place>;
}

/** A log that lives as long as the process. */
export const memoryLog = (): EmbeddedLog => {
  const all: StoredEvent[] = [];
  const byName = new Map<string, Stream>();

  const streams: Streams = {
    revisionOf: (stream) => byName.get(stream)?.events.at(-1)?.revision ?? 'no-stream',
    placeOf: (stream, eventId) => byName.get(stream)?.places.get(eventId),
    add: (stream, firstRevision, events) => {
      const known: Stream = byName.get(stream) ?? { events: [], places: new Map() };
      byName.set(stream, known);
      events.forEach((event, index) => {
        const place = { revision: firstRevision + index, position: all.length + 1 };
        const { eventId, type, schemaVersion, recordedAt, data, metadata } = event;
        const entry = { ...place, stream, eventId, type, schemaVersion, recordedAt, data, metadata };
        all.push(entry);
        known.events.push(entry);
        known.places.set(eventId, place);
      });
      return all.length;
    },
  };

  return {
    last: () => E.right(all.length),
    page: (after, upTo) => E.right(all.slice(after, upTo)),
    stream: (stream, fromRevision) => E.right(byName.get(stream)?.events.slice(fromRevision) ?? []),
    write: (appends) => E.right(writeInOrder(streams, appends)),
    // Memory is as it was written.
    checkIntegrity: () => E.right(undefined),
    lookEvery: undefined,
    close: () => undefined,
  };
};

/** A store that lives as long as the process, for tests and examples. */
export const memoryStore = (): EventStore => embeddedStore(memoryLog());
