import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { received } from '../../../../packages/adapters/src/event-store/eventstoredb/received.js';
import { NoMessage } from '../../../../packages/adapters/src/event-store/eventstoredb/wire.js';

const { ReadResp } = streams;
type Message = InstanceType<typeof ReadResp>;

const bytesOf = (message: Message): Buffer => Buffer.from(message.serializeBinary());

/** Numbers of 64 bits, of every length that they may be written in. */
const number = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).chain((most) => fc.bigInt({ min: 0n, max: most }));
const text = fc.string({ unit: 'grapheme', maxLength: 200 });
const bytes = fc.uint8Array({ maxLength: 200 });

interface Sent {
  readonly id: string;
  readonly isStructured: boolean;
  readonly stream: string;
  readonly type: string;
  readonly revision: bigint;
  readonly commit: bigint;
  readonly prepare: bigint;
  readonly data: string | Uint8Array;
  readonly metadata: string | Uint8Array;
  readonly created: Date;
}

const sent: fc.Arbitrary<Sent> = fc.record({
  id: fc.uuid(),
  isStructured: fc.boolean(),
  stream: text,
  type: text.filter((type) => !type.startsWith('$')),
  revision: number,
  commit: number,
  prepare: number,
  data: fc.oneof(text, bytes),
  metadata: fc.oneof(text, bytes),
  created: fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }),
});

const uuidMessage = ({ id, isStructured }: Sent) => {
  const uuid = new shared.UUID();
  if (!isStructured) {
    uuid.setString(id);
    return uuid;
  }
  const hex = id.replaceAll('-', '');
  const half = (digits: string): string => BigInt.asIntN(64, BigInt(`0x${digits}`)).toString();
  const structured = new shared.UUID.Structured();
  structured.setMostSignificantBits(half(hex.slice(0, 16)));
  structured.setLeastSignificantBits(half(hex.slice(16)));
  uuid.setStructured(structured);
  return uuid;
};

/** What the client's own generated classes make of an event. */
const messageOf = (one: Sent): Message => {
  const record = new ReadResp.ReadEvent.RecordedEvent();
  record.setId(uuidMessage(one));
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(one.stream));
  record.setStreamIdentifier(identifier);
  record.setStreamRevision(one.revision.toString());
  record.setCommitPosition(one.commit.toString());
  record.setPreparePosition(one.prepare.toString());
  const ticks = BigInt(one.created.getTime()) * 10_000n;
  record.getMetadataMap().set('content-type', 'application/json').set('type', one.type);
  record.getMetadataMap().set('created', ticks.toString());
  record.setData(Buffer.from(one.data));
  record.setCustomMetadata(Buffer.from(one.metadata));
  const event = new ReadResp.ReadEvent();
  event.setEvent(record);
  event.setCommitPosition(one.commit.toString());
  const message = new ReadResp();
  message.setEvent(event);
  return message;
};

/** Bytes as the text that a store gives for them. */
const said = (value: string | Uint8Array): string => {
  const whole = Buffer.from(value);
  return whole.equals(Buffer.from(whole.toString('utf8')))
    ? whole.toString('utf8')
    : `bytes in base64: ${whole.toString('base64')}`;
};

describe('a message of the server', () => {
  it('says what the client’s own classes wrote', () => {
    fc.assert(
      fc.property(sent, (one) => {
        const read = received(bytesOf(messageOf(one)));
        expect(read).toMatchObject({
          tag: 'Event',
          id: one.id,
          place: { commit: one.commit, prepare: one.prepare },
          event: {
            eventId: one.id,
            stream: one.stream,
            type: one.type,
            revision: Number(one.revision),
            data: said(one.data),
          },
        });
      }),
      { numRuns: 500 },
    );
  });

  it('gives metadata of others whole, at the moment when the server stored the event', () => {
    fc.assert(
      fc.property(sent, (one) => {
        const read = received(bytesOf(messageOf({ ...one, metadata: '{"by":"somebody"}' })));
        expect(read).toMatchObject({
          event: { metadata: '{"by":"somebody"}', schemaVersion: 1, recordedAt: one.created.toISOString() },
        });
      }),
    );
  });

  it('tells a record of the server’s own, a checkpoint, the end of what is there and a lost stream apart', () => {
    const tombstone = messageOf({
      id: '0188a0d4-90d1-4a62-8d79-c5a5c3f4c2ab',
      isStructured: false,
      stream: 'burgernet.action-1',
      type: '$streamDeleted',
      revision: 2n ** 63n - 1n,
      commit: 9n,
      prepare: 8n,
      data: '',
      metadata: '',
      created: new Date(0),
    });
    expect(received(bytesOf(tombstone))).toEqual({
      tag: 'System',
      place: { commit: 9n, prepare: 8n },
      stream: 'burgernet.action-1',
      type: '$streamDeleted',
      id: '0188a0d4-90d1-4a62-8d79-c5a5c3f4c2ab',
      data: '',
    });
    const checkpoint = new ReadResp();
    const place = new ReadResp.Checkpoint();
    place.setCommitPosition('18446744073709551615');
    checkpoint.setCheckpoint(place);
    expect(received(bytesOf(checkpoint))).toEqual({
      tag: 'Checkpoint',
      place: { commit: 2n ** 64n - 1n, prepare: 0n },
    });
    const caughtUp = new ReadResp();
    caughtUp.setCaughtUp(new ReadResp.CaughtUp());
    expect(received(bytesOf(caughtUp))).toEqual({ tag: 'CaughtUp' });
    const fellBehind = new ReadResp();
    fellBehind.setFellBehind(new ReadResp.FellBehind());
    expect(received(bytesOf(fellBehind))).toEqual({ tag: 'FellBehind' });
    const notFound = new ReadResp();
    notFound.setStreamNotFound(new ReadResp.StreamNotFound());
    expect(received(bytesOf(notFound))).toEqual({ tag: 'StreamNotFound' });
    const confirmation = new ReadResp();
    confirmation.setConfirmation(new ReadResp.SubscriptionConfirmation());
    expect(received(bytesOf(confirmation))).toEqual({ tag: 'Other' });
    expect(received(Buffer.alloc(0))).toEqual({ tag: 'Other' });
  });

  it('may have fields that a later server adds', () => {
    // Field 1000 four times: a number, eight bytes, a text and four bytes.
    const later = Buffer.from('c03e96fdffffffffffffff01c13e0102030405060708c23e026869c53e01020304', 'hex');
    fc.assert(
      fc.property(sent, (one) => {
        const message = bytesOf(messageOf(one));
        expect(received(Buffer.concat([later, message, later]))).toEqual(received(message));
      }),
    );
  });

  it('that has a field of number 0, which is none, is refused: what stands behind it is not left out', () => {
    const [message] = fc.sample(sent, 1).map((one) => bytesOf(messageOf(one)));
    const noField = Buffer.from([0, 5]);
    expect(() => received(Buffer.concat([noField, message ?? noField]))).toThrow(NoMessage);
  });

  it('that is cut short or is none is refused, and never read beyond its end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
        try {
          received(Buffer.from(noise));
        } catch (error) {
          expect(error).toBeInstanceOf(NoMessage);
        }
      }),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(sent, fc.nat(), (one, at) => {
        const whole = bytesOf(messageOf(one));
        // Behind it stands another message, as in the buffer of a connection.
        const cut = Buffer.concat([whole, whole]).subarray(0, 1 + (at % (whole.length - 1)));
        expect(() => received(cut)).toThrow(NoMessage);
      }),
    );
  });
});
