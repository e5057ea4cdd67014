import { join } from 'node:path';
import { copyLog, type EventStore, memoryStore, openSqlite } from '@burgernet/adapters';
import { describe, expect, it, onTestFinished } from 'vitest';
import { replayed } from '../../contracts/event-store/subject.js';
import { done, refused } from '../../support/outcome.js';
import { describeReal, openReal } from '../../support/real-server.js';
import { sampleEvent, sampleEvents } from '../../support/sample-event.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const prefix = `copy-${crypto.randomUUID()}`;
const stream = (name: string | number) => `${prefix}.action-${name}`;

/** A log of interleaved streams with texts that no JSON writer would write so. */
const fill = async (store: EventStore, streams = 30): Promise<void> => {
  for (let at = 0; at < streams; at++)
    await done(
      store.append({
        stream: stream(at),
        expected: 'no-stream',
        events: [
          sampleEvent({
            data: `{ "n": 1.0e+${at},\t"é":"💚", "n":2}`,
            metadata: `{"at" : ${at}}`,
            schemaVersion: 3,
          }),
          ...sampleEvents(at % 4),
        ],
      }),
    );
  await done(store.append({ stream: stream('long'), expected: 'no-stream', events: sampleEvents(120) }));
  await done(store.append({ stream: stream(0), expected: 1, events: [sampleEvent({ metadata: '' })] }));
};
const sqlite = async (): Promise<EventStore> => {
  const file = join(await temporaryFolder(), 'copy.db');
  const store = await done(openSqlite(file, { mode: 'write', prefix }));
  onTestFinished(() => store.close());
  return store;
};
const all = async (store: EventStore) => (await replayed(store)).flat();

describe('a copy of a log', () => {
  it('is the same to the byte, and a second run finds it so', async () => {
    const [from, to] = [memoryStore(), await sqlite()];
    await fill(from);
    const events = await done(from.lastPosition);
    expect(await done(copyLog(from, to))).toEqual({ events, before: 0 });
    expect(await all(to)).toEqual(await all(from));
    expect(await done(copyLog(from, to))).toEqual({ events, before: events });
  });

  it('goes on where it was broken off', async () => {
    const [from, to] = [memoryStore(), await sqlite()];
    await fill(from, 10);
    await done(copyLog(from, to));
    const before = await done(to.lastPosition);
    await done(from.append({ stream: stream('new'), expected: 'no-stream', events: sampleEvents(3) }));
    expect(await done(copyLog(from, to))).toEqual({ events: before + 3, before });
    expect(await all(to)).toEqual(await all(from));
  });

  it.each([
    ['another event', sampleEvents(1)],
    ['more events', sampleEvents(400)],
  ])('is not made into a store that holds %s, which stays as it is', async (_, events) => {
    const [from, to] = [memoryStore(), memoryStore()];
    await fill(from);
    await done(to.append({ stream: stream('x'), expected: 'no-stream', events }));
    const before = await all(to);
    expect(await refused(copyLog(from, to))).toMatchObject({ tag: 'LogsDiffer' });
    expect(await all(to)).toEqual(before);
  });

  it('is made in batches that a server takes, however long the events of a stream are', async () => {
    const [from, to] = [memoryStore(), memoryStore()];
    const events = sampleEvents(9).map((event) => ({ ...event, data: JSON.stringify('é'.repeat(100_000)) }));
    const [first, ...others] = events;
    if (first === undefined) throw new Error('nine events');
    await done(from.append({ stream: stream(0), expected: 'no-stream', events: [first, ...others] }));
    const sizes: number[] = [];
    const bounded: EventStore = {
      ...to,
      appendAll: (batches) => {
        for (const { events } of batches)
          sizes.push(Buffer.byteLength(events.map(({ data }) => data).join('')));
        return to.appendAll(batches);
      },
    };
    expect(await done(copyLog(from, bounded))).toEqual({ events: 9, before: 0 });
    expect(sizes.length).toBe(5);
    expect(Math.max(...sizes)).toBeLessThan(1024 * 1024);
  });

  it('says of which event the other store would not give it back', async () => {
    const [from, to] = [memoryStore(), memoryStore()];
    await fill(from, 2);
    const broken: EventStore = {
      ...to,
      appendAll: (appends) => to.appendAll(appends.map((append) => ({ ...append, expected: 7 }))),
    };
    expect(await refused(copyLog(from, broken))).toMatchObject({ tag: 'EventNotTaken', position: 1 });
  });
});

describeReal('a copy to a real server', () => {
  it('and back is the same to the byte', async () => {
    const [from, back] = [await sqlite(), await sqlite()];
    await fill(from);
    const server = await openReal({ mode: 'write', prefix });
    onTestFinished(() => server.close());
    await done(copyLog(from, server));
    await done(copyLog(server, back));
    expect(await all(back)).toEqual(await all(from));
  });
});
