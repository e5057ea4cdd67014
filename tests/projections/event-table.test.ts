import { fromEpoch, Uuid } from '@burgernet/domain';
import { EventTable } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { utc, uuid } from '../support/log.js';
import { recordedAs } from '../support/recorded.js';
import { as } from '../support/said.js';

const streams = ['burgernet.action-of-a-test', 'burgernet.action-of-another'];

/** A table of so many events, in two streams in turn; every third was reconstructed. */
const filled = (events: number): EventTable => {
  const table = new EventTable();
  const numbers = streams.map((stream) => table.addStream(stream));
  for (let position = 1; position <= events; position++) {
    const recordedAt = fromEpoch(1_600_000_000_000 + position);
    const recorded = recordedAs(position, recordedAt, position % 3 === 0);
    table.add(recorded, numbers[position % 2] ?? 0, recordedAt);
  }
  return table;
};

/** The table as another process reads it that finds it kept. */
const kept = (table: EventTable, streamOfNumber = (number: number) => streams[number]): EventTable => {
  const chunks = [...table.unsaved()];
  return new EventTable({
    rows: table.length,
    chunks: () => chunks,
    types: table.types,
    streams: table.streams,
    streamOfNumber,
  });
};

describe('an event table that was kept', () => {
  const whole = filled(5_000);
  const last = whole.length - 1;
  it.each<[string, (table: EventTable) => unknown]>([
    ['how many there are', (table) => [table.length, table.streams, table.types]],
    ['when one was recorded', (table) => table.recordedAt(last)],
    ['where one stands', (table) => table.position(last)],
    ['which is the first after a position', (table) => table.firstAfter(4_321)],
    ['whether one was reconstructed', (table) => [2, 3].map((row) => table.isReconstructed(row))],
    ['an event', (table) => table.event(last)],
    ['an event by its id', (table) => [1, 2].map((position) => table.find(uuid(position), 1))],
    ['an event, and then another by its id', (table) => [table.event(last), table.find(uuid(1), 1)]],
  ])('answers the same whatever it is asked first: %s', (_, ask) => {
    expect(ask(kept(whole))).toEqual(ask(whole));
  });

  it('goes on where it stopped, and gives only what came since', () => {
    const table = kept(filled(5_000));
    expect([...table.unsaved()]).toEqual([]);
    const next = recordedAs(5_001, utc('2021-05-14T18:03'));
    expect(table.find(next.eventId, 0)).toBeUndefined();
    expect(table.add(next, 0, next.recordedAt)).toBe(5_000);
    expect(table.event(5_000)).toEqual({
      eventId: next.eventId,
      stream: streams[0],
      revision: 5_000,
      position: 5_001,
      type: 'ResponseReceived',
      recordedAt: next.recordedAt,
      reconstructed: false,
    });
    expect([...table.unsaved()].map(({ part, rows }) => [part, rows])).toEqual([[1, 905]]);
    table.keep();
    expect([...table.unsaved()]).toEqual([]);
  });
});

describe('an event table', () => {
  it('has nothing beyond its last row, and says so', () => {
    const table = filled(3);
    expect([table.recordedAt(1_000), table.position(1_000)]).toEqual([Number.NaN, Number.NaN]);
    expect(table.firstAfter(3)).toBe(3);
    expect(() => table.event(3)).toThrow('The event table has no row 3.');
    expect(() => table.streamName(2)).toThrow('The event table has no stream 2.');
    expect(() => kept(table, () => undefined).event(0)).toThrow('The event table has no stream');
  });

  it('that was kept without the names of its types is no table of ours', () => {
    const chunks = [...filled(1).unsaved()];
    const table = new EventTable({
      rows: 1,
      chunks: () => chunks,
      types: [],
      streams: 2,
      streamOfNumber: (number) => streams[number],
    });
    expect(() => table.event(0)).toThrow('No name has the number 0.');
  });

  it('tells which row is the first after a position, and which was reconstructed', () => {
    const table = filled(5_000);
    expect([0, 1, 4_321, 4_999, 5_000].map((position) => table.firstAfter(position))).toEqual([
      0, 1, 4_321, 4_999, 5_000,
    ]);
    expect([2, 3].map((row) => table.isReconstructed(row))).toEqual([true, false]);
  });

  it('tells ids apart that differ in one digit, and streams that have an event of one id', () => {
    const table = new EventTable();
    const ids = [...'00000000-0000-0000-8000-000000000000'].flatMap((digit, at) =>
      digit === '-' || at === 14 || at === 19
        ? []
        : [...'123456789abcdef'].map((other) =>
            as(Uuid, uuid(0).slice(0, at) + other + uuid(0).slice(at + 1)),
          ),
    );
    const numbers = Array.from({ length: 450 }, (_, number) => table.addStream(`burgernet.action-${number}`));
    const events = [
      ...ids.map((eventId) => [eventId, 0] as const),
      ...numbers.slice(1).map((number) => [uuid(0), number] as const),
    ];
    const recorded = recordedAs(1, utc('2021-05-14T18:03'));
    for (const [eventId, stream] of events) {
      expect(table.find(eventId, stream)).toBeUndefined();
      table.add({ ...recorded, eventId }, stream, recorded.recordedAt);
    }
    expect(events.map(([eventId, stream]) => table.find(eventId, stream))).toEqual(
      events.map((_, row) => row),
    );
    expect(events.map((_, row) => table.event(row).eventId)).toEqual(events.map(([eventId]) => eventId));
  });

  it('knows the same id of another stream for another event', () => {
    const table = filled(2);
    expect(table.find(uuid(1), 1)).toBe(0);
    expect(table.find(uuid(1), 0)).toBeUndefined();
    expect(table.find(uuid(3), 1)).toBeUndefined();
    const said = recordedAs(1, fromEpoch(1_600_000_000_001));
    expect(table.saysTheSame(0, said)).toBe(true);
    expect(table.saysTheSame(0, { ...said, fingerprint: 99 })).toBe(false);
  });
});
