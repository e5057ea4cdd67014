import { isUtf8 } from 'node:buffer';
import type { StoredEvent } from '@burgernet/domain';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Place } from './place.js';
import { decodeMetadata } from './stored-metadata.js';
import { uuidText } from './uuid.js';

/** An event as the server gives it; which number it has in our log is for the reader to count. */
export type Unnumbered = Omit<StoredEvent, 'position'>;

/** What a call to read or to follow brings. */
export type Received =
  | { readonly tag: 'Event'; readonly place: Place; readonly id: string; readonly event: Unnumbered }
  /** a record that the server made for itself in one of our streams, such as a tombstone */
  | {
      readonly tag: 'System';
      readonly place: Place;
      readonly stream: string;
      readonly type: string;
      readonly id: string;
      readonly data: string;
    }
  | { readonly tag: 'Checkpoint'; readonly place: Place }
  | { readonly tag: 'CaughtUp' | 'FellBehind' | 'StreamNotFound' | 'Other' };

/** An event or a record of the server's own, where it stands. */
export type Entry = Extract<Received, { tag: 'Event' | 'System' }>;

/** The type of an event that points at another one. */
const link = '$>';

/** Bytes as a text; what is no text becomes one that no JSON is, and that loses nothing. */
const textOf = (bytes: Uint8Array): string =>
  isUtf8(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    : `bytes in base64: ${Buffer.from(bytes).toString('base64')}`;

/** The server counts in units of 100 nanoseconds since 1970. */
const momentOf = (ticks: string | undefined): string => {
  const milliseconds = /^[0-9]{1,19}$/.test(ticks ?? '') ? Number(BigInt(ticks ?? '0') / 10_000n) : 0;
  return new Date(milliseconds).toISOString();
};

const receivedEvent = (read: ReadResp.ReadEvent): Received => {
  const record = read.getEvent();
  // A link that is not resolved comes as the event; the other member holds it only where it is.
  if (record === undefined) return { tag: 'Other' };
  const details = record.getMetadataMap();
  const type = details.get('type') ?? '';
  const stream = textOf(record.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array());
  const place = { commit: BigInt(record.getCommitPosition()), prepare: BigInt(record.getPreparePosition()) };
  const id = uuidText(record.getId());
  const data = textOf(record.getData_asU8());
  if (type.startsWith('$') && type !== link) return { tag: 'System', place, stream, type, id, data };
  return {
    tag: 'Event',
    place,
    id,
    event: {
      stream,
      revision: Number(record.getStreamRevision()),
      eventId: id,
      type,
      ...decodeMetadata(textOf(record.getCustomMetadata_asU8()), momentOf(details.get('created'))),
      data,
    },
  };
};

/** Reads one message of the server. */
export const received = (message: ReadResp): Received => {
  const event = message.getEvent();
  if (event !== undefined) return receivedEvent(event);
  const checkpoint = message.getCheckpoint();
  if (checkpoint !== undefined)
    return {
      tag: 'Checkpoint',
      place: {
        commit: BigInt(checkpoint.getCommitPosition()),
        prepare: BigInt(checkpoint.getPreparePosition()),
      },
    };
  if (message.hasCaughtUp()) return { tag: 'CaughtUp' };
  if (message.hasFellBehind()) return { tag: 'FellBehind' };
  if (message.hasStreamNotFound()) return { tag: 'StreamNotFound' };
  return { tag: 'Other' };
};
