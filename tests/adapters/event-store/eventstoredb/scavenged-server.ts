import { randomUUID } from 'node:crypto';
import { type EventStore, load } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { LogCheck, ReadModels } from '@burgernet/projections';
import { EventStoreDBClient } from '@eventstore/db-client';
import { firstValueFrom, map, tap, toArray } from 'rxjs';
import { expect, it, onTestFinished, type TestContext, vi } from 'vitest';
import { following, replayed } from '../../../contracts/event-store/subject.js';
import { log } from '../../../support/log.js';
import { done } from '../../../support/outcome.js';
import { scavenge } from '../../../support/real-scavenge.js';
import { openReal, realServer } from '../../../support/real-server.js';
import { response, start } from '../../../support/said.js';

/** Of the first stream three of five events go: its first three, at 1, 2 and 4. */
const events = log(
  start(1),
  response(1, 70, '112', 'phone'),
  start(2),
  response(1, 71, 'app', 'app'),
  response(2, 80, 'app', 'app'),
  response(1, 72, '0800-0011', 'phone'),
  response(1, 73, '112', 'app'),
);
const stay = [3, 5, 6, 7];

const placesOf = (store: EventStore) =>
  firstValueFrom(
    store.replay({ pageSize: 1 }).pipe(
      tap(({ handled }) => handled()),
      map(({ checkpoint }) => checkpoint),
      toArray(),
    ),
  );

/** The events under a prefix of their own, on a server that removed three of them. */
const scavenged = async ({ skip }: TestContext) => {
  const prefix = `test-${randomUUID()}`;
  const store = await openReal({ mode: 'write', prefix });
  const client = EventStoreDBClient.connectionString(realServer ?? '');
  onTestFinished(async () => {
    await store.close();
    await client.dispose();
  });
  const nameOf = (stream: string): string => stream.replace(/^[^.]*/, prefix);
  for (const event of events)
    await done(
      store.append({
        stream: nameOf(event.stream),
        expected: event.revision === 0 ? 'no-stream' : event.revision - 1,
        events: [event],
      }),
    );
  const places = await placesOf(store);
  await client.setStreamMetadata(nameOf(events[0]?.stream ?? ''), { maxCount: 2 });
  const trouble = await scavenge(realServer ?? '', client);
  if (trouble !== undefined) skip(`did not run: ${trouble}`);
  const [first] = places;
  if (first === undefined || (await done(store.eventAt(first))).tag !== 'Removed')
    skip('did not run: the server removed nothing; it may be one that keeps its log in memory');
  return { store, prefix, places };
};

const idsFrom = (nth: number): ReadonlyArray<string | undefined> =>
  stay.filter((position) => position > nth).map((position) => events[position - 1]?.eventId);

/** What is asked of a log that its server has scavenged. */
export const ofScavengedServer = (): void => {
  it('is read and followed on from every place there was, counted as it is now, and its holes are named', async (context) => {
    const { store, prefix, places } = await scavenged(context);
    for (const [index, place] of places.entries()) {
      const ids = (await replayed(store, { after: place })).flat().map(({ eventId }) => eventId);
      expect(ids).toEqual(idsFrom(index + 1));
      const follower = following(store, place);
      await vi.waitFor(() => expect(follower.told.at(-1)?.tag).toBe('CaughtUp'), { timeout: 20_000 });
      expect(
        follower.told.flatMap((told) =>
          told.tag === 'Page' ? told.events.map(({ eventId }) => eventId) : [],
        ),
      ).toEqual(idsFrom(index + 1));
      follower.stop();
    }
    expect((await replayed(store)).flat().map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    // A store that was open before has counted what was there then.
    const anew = await openReal({ mode: 'read', prefix });
    onTestFinished(() => anew.close());
    expect(await done(anew.lastPosition)).toBe(stay.length);
    const check = new LogCheck(new ReadModels(prefix));
    await done(load(anew, domainRegistry(prefix), check));
    expect(check.findings()).toContainEqual(
      expect.objectContaining({ tag: 'RevisionOutOfOrder', position: 3, revision: 3, expected: 0 }),
    );
    expect(await done(anew.remarks ?? (() => Promise.reject(new Error('It says nothing.'))))).toMatchObject([
      { tag: 'StreamTruncated', maxCount: 2 },
    ]);
  }, 120_000);
};
