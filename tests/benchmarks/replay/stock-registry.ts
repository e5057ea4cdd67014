import {
  type DomainEvent,
  domainRegistry,
  explain,
  fingerprint,
  Instant,
  kindOf,
  Metadata,
  parseStream,
  type Recorded,
  type Registry,
  type StoredEvent,
  type Unreadable,
  Uuid,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';

/**
 * The registry of the domain, but each envelope, metadata and data is read by `decode` of its codec, as
 * io-ts has it, and not by the check derived from it.
 */
export const stockRegistry = (): Registry<DomainEvent> => {
  const registry = domainRegistry();
  const codecs = new Map<string, t.Mixed>();
  for (const { type, versions } of registry.registrations) codecs.set(type, versions[0].codec);

  const decode = (stored: StoredEvent): E.Either<Unreadable, Recorded<DomainEvent>> => {
    const codec = codecs.get(stored.type);
    if (codec === undefined) return E.left({ stored, reason: 'unknown-type', detail: stored.type });
    const eventId = Uuid.decode(stored.eventId);
    const recordedAt = Instant.decode(stored.recordedAt);
    if (E.isLeft(eventId) || E.isLeft(recordedAt))
      return E.left({ stored, reason: 'malformed-envelope', detail: stored.eventId });
    const metadata = Metadata.decode(JSON.parse(stored.metadata));
    if (E.isLeft(metadata))
      return E.left({ stored, reason: 'malformed-metadata', detail: explain(metadata.left) });
    const data = codec.decode(JSON.parse(stored.data));
    if (E.isLeft(data)) return E.left({ stored, reason: 'malformed-data', detail: explain(data.left) });
    const event = { type: stored.type, data: data.right } as DomainEvent;
    const { stream, revision, position, schemaVersion } = stored;
    if (parseStream(stream)?.kind !== kindOf(event))
      return E.left({ stored, reason: 'foreign-stream', detail: stream });
    return E.right({
      event,
      stream,
      revision,
      position,
      eventId: eventId.right,
      schemaVersion,
      recordedAt: recordedAt.right,
      metadata: metadata.right,
      isReconstructed: metadata.right.source?.reconstructed === true,
      fingerprint: fingerprint(stored),
    });
  };
  return { ...registry, decode };
};
