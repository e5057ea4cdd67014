import type { StoredEvent } from '@burgernet/domain';
import type { Place } from './place.js';
import { decodeMetadata } from './stored-metadata.js';
import { uuidIn } from './uuid.js';
import { Wire } from './wire.js';

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

/** The server counts in units of 100 nanoseconds since 1970. */
const momentOf = (ticks: string): string => {
  const milliseconds = /^[0-9]{1,19}$/.test(ticks) ? Number(BigInt(ticks) / 10_000n) : 0;
  return new Date(milliseconds).toISOString();
};

/** The name of a stream, in `StreamIdentifier`. */
const streamIn = (wire: Wire): string => {
  let name = '';
  for (let field = wire.next(); field !== 0; field = wire.next())
    if (field === 3) name = wire.text();
    else wire.skip();
  return name;
};

/** One of the pairs of a map of texts. */
const pairIn = (wire: Wire): readonly [string, string] => {
  let [name, value] = ['', ''];
  for (let field = wire.next(); field !== 0; field = wire.next())
    if (field === 1) name = wire.text();
    else if (field === 2) value = wire.text();
    else wire.skip();
  return [name, value];
};

/** Two of the numbers in a message: where something stands in the log. */
const placeIn = (wire: Wire): Place => {
  let [commit, prepare] = [0n, 0n];
  for (let field = wire.next(); field !== 0; field = wire.next())
    if (field === 1) commit = wire.integer();
    else if (field === 2) prepare = wire.integer();
    else wire.skip();
  return { commit, prepare };
};

/** An event or a record of the server's own, in `ReadEvent.RecordedEvent`. */
const recordIn = (wire: Wire): Entry => {
  let id = '';
  let stream = '';
  let type = '';
  let created = '';
  let metadata = '';
  let data = '';
  let revision = 0;
  let commit = 0n;
  let prepare = 0n;
  for (let field = wire.next(); field !== 0; field = wire.next())
    switch (field) {
      case 1:
        id = uuidIn(wire.message());
        break;
      case 2:
        stream = streamIn(wire.message());
        break;
      case 3:
        revision = wire.number();
        break;
      case 4:
        prepare = wire.integer();
        break;
      case 5:
        commit = wire.integer();
        break;
      case 6: {
        const [name, value] = pairIn(wire.message());
        if (name === 'type') type = value;
        else if (name === 'created') created = value;
        break;
      }
      case 7:
        metadata = wire.text();
        break;
      case 8:
        data = wire.text();
        break;
      default:
        wire.skip();
    }
  const place = { commit, prepare };
  if (type.startsWith('$') && type !== link) return { tag: 'System', place, stream, type, id, data };
  const { schemaVersion, recordedAt, metadata: ours } = decodeMetadata(metadata, () => momentOf(created));
  return {
    tag: 'Event',
    place,
    id,
    event: { stream, revision, eventId: id, type, schemaVersion, recordedAt, metadata: ours, data },
  };
};

/** The record in `ReadEvent`. A link that is not resolved comes as the event; the link holds it only where it is. */
const eventIn = (wire: Wire): Received => {
  let received: Received = { tag: 'Other' };
  for (let field = wire.next(); field !== 0; field = wire.next())
    if (field === 1) received = recordIn(wire.message());
    else wire.skip();
  return received;
};

/**
 * Reads one message of the server: `ReadResp` in the client's `streams.proto`. Of fields that this release
 * does not know it takes no notice.
 *
 * @throws NoMessage
 */
export const received = (bytes: Buffer): Received => {
  const wire = new Wire(bytes);
  let received: Received = { tag: 'Other' };
  for (let field = wire.next(); field !== 0; field = wire.next())
    switch (field) {
      case 1:
        received = eventIn(wire.message());
        break;
      case 3:
        received = { tag: 'Checkpoint', place: placeIn(wire.message()) };
        break;
      case 4:
        wire.skip();
        received = { tag: 'StreamNotFound' };
        break;
      case 8:
        wire.skip();
        received = { tag: 'CaughtUp' };
        break;
      case 9:
        wire.skip();
        received = { tag: 'FellBehind' };
        break;
      default:
        wire.skip();
    }
  return received;
};
