import { domainRegistry, type StoredEvent } from '@burgernet/domain';
import { LogCheck } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { log, utc, uuid } from '../support/log.js';

const registry = domainRegistry();

const findingsIn = (events: ReadonlyArray<StoredEvent>) => {
  const check = new LogCheck();
  for (const event of events) check.handle(registry.decode(event));
  return check.findings();
};

const started = (of: number, at = '2021-05-14T18:03') => ({
  of,
  at,
  event: {
    type: 'ActionStarted' as const,
    data: {
      region: 'midden-nederland' as const,
      status: 'actual' as const,
      touched: [],
      channels: [],
      startedAt: utc('2021-05-14T18:03'),
      runsUntil: utc('2021-05-14T19:03'),
      supportsNlAlert: false,
    },
  },
});
const responded = (of: number, at: string, response: number) => ({
  of,
  at,
  event: {
    type: 'ResponseReceived' as const,
    data: {
      responseId: uuid(100 + response),
      line: '0800-0011' as const,
      entry: 'phone' as const,
      receivedAt: utc('2021-05-14T18:04'),
    },
  },
});

/** A log of two actions, each with its responses. */
const sound = log(
  started(1),
  started(2),
  responded(1, '2021-05-14T18:10', 3),
  responded(2, '2021-05-14T18:11', 4),
  responded(1, '2021-05-14T18:20', 5),
);

/** The log with something changed of one of its events. */
const but = (index: number, change: Partial<StoredEvent>): ReadonlyArray<StoredEvent> =>
  sound.map((event, at) => (at === index ? { ...event, ...change } : event));

describe('the check of a log', () => {
  it('finds nothing in a sound one, and says how much it looked at', () => {
    const check = new LogCheck();
    for (const event of sound) check.handle(registry.decode(event));
    expect(check.findings()).toEqual([]);
    expect([check.events, check.streams, check.position]).toEqual([5, 2, 5]);
  });

  it('names what cannot be read, and what its stream holds back after it', () => {
    expect(findingsIn(but(2, { data: '{"line":' }))).toMatchObject([
      { tag: 'Quarantined', position: 3, reason: 'malformed-data' },
      { tag: 'Quarantined', position: 5, reason: 'stream-frozen' },
    ]);
  });

  it('names an event that breaks a rule of its stream', () => {
    expect(findingsIn(but(0, { type: 'ResponseReceived', data: sound[2]?.data ?? '' }))).toMatchObject([
      { tag: 'Quarantined', position: 1, reason: 'conflict' },
      { tag: 'Quarantined', position: 3, reason: 'stream-frozen' },
      { tag: 'Quarantined', position: 5, reason: 'stream-frozen' },
    ]);
  });

  it('names an event that was recorded before what stands before it in its stream', () => {
    expect(findingsIn(but(4, { recordedAt: utc('2021-05-14T18:09:59.999') }))).toMatchObject([
      {
        tag: 'RecordedBackwards',
        position: 5,
        revision: 2,
        recordedAt: utc('2021-05-14T18:09:59.999'),
        last: utc('2021-05-14T18:10'),
      },
    ]);
  });

  it('lets the moment of recording go back between streams, as with imported history', () => {
    expect(
      findingsIn(
        log(started(1), responded(1, '2022-05-14T18:10', 3), started(2), responded(2, '2021-06-14T18:11', 4)),
      ),
    ).toEqual([]);
  });

  it('names a hole in the revisions of a stream, also before its first event', () => {
    expect(findingsIn(but(4, { revision: 3 }))).toMatchObject([
      { tag: 'RevisionOutOfOrder', position: 5, revision: 3, expected: 2 },
    ]);
    expect(findingsIn(sound.map((event) => ({ ...event, revision: event.revision + 1 })))).toMatchObject([
      { tag: 'RevisionOutOfOrder', position: 1, revision: 1, expected: 0 },
      { tag: 'RevisionOutOfOrder', position: 2, revision: 1, expected: 0 },
    ]);
  });

  it('names a hole in the positions of the log', () => {
    expect(findingsIn(but(4, { position: 7 }))).toMatchObject([
      { tag: 'PositionOutOfOrder', position: 7, expected: 5 },
    ]);
  });

  it('names an event id that stands in two streams', () => {
    const [first] = sound;
    expect(findingsIn(but(1, { eventId: first?.eventId ?? '' }))).toMatchObject([
      { tag: 'EventIdInTwoStreams', position: 2, eventId: first?.eventId, other: first?.stream },
    ]);
  });

  it('takes an event that was delivered twice for one that stands there twice, and not for two streams', () => {
    const again = { ...(sound[4] ?? expect.fail('There are five.')), position: 6, revision: 3 };
    expect(findingsIn([...sound, again])).toEqual([]);
  });

  it('says of a moment of recording that is none that it cannot be read, and goes on from the one before', () => {
    const [, , third, , fifth] = sound;
    if (third === undefined || fifth === undefined) throw new Error('There are five.');
    const early = but(4, { recordedAt: utc('2021-05-14T18:09') });
    expect(
      findingsIn(early.map((event, at) => (at === 2 ? { ...third, recordedAt: 'yesterday' } : event))),
    ).toMatchObject([
      { tag: 'Quarantined', position: 3, reason: 'malformed-envelope' },
      { tag: 'Quarantined', position: 5, reason: 'stream-frozen' },
    ]);
  });
});
