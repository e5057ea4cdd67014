import type { Followed, Handover } from '@burgernet/adapters';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status as code, Metadata } from '@grpc/grpc-js';
import * as fc from 'fast-check';
import { lastValueFrom, tap } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import { following, numbers, positionsOf, replayed } from '../../../contracts/event-store/subject.js';
import {
  checkpointMessage,
  type Entry,
  goingDown,
  MisbehavingServer,
} from '../../../support/misbehaving-server.js';
import { done } from '../../../support/outcome.js';
import { sampleEvents } from '../../../support/sample-event.js';
import { limits, storeOn, stream } from './on-server.js';

const { ReadResp } = streams;
const patience = { timeout: 20_000, interval: 2 };
const entries = (count: number, from = 0): ReadonlyArray<Entry> =>
  Array.from({ length: count }, (_, index) => ({
    stream,
    revision: from + index,
    id: `00000000-0000-4000-8000-${String(from + index).padStart(12, '0')}`,
    type: 'ResponseReceived',
    data: '{"line":"112"}',
    metadata: '{"schemaVersion":1,"recordedAt":"2021-05-14T18:03:00.000Z","metadata":{}}',
  }));
const foreign = (count: number): ReadonlyArray<Entry> =>
  entries(count).map((entry) => ({ ...entry, stream: 'others-1' }));

const serverWith = async (...log: ReadonlyArray<Entry>) => {
  const server = await MisbehavingServer.start();
  server.put(...log);
  return { server, ...(await storeOn(server)) };
};
describe('a follower', () => {
  it.each(['fails', 'ends'] as const)(
    'is told everything once and in order wherever the call %s, and goes on behind the last it handled',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 24 }), { maxLength: 4 }), async (drops) => {
          const { server, store, statuses } = await serverWith(...entries(12), ...foreign(3));
          let messages = 0;
          server.mischief.deliver = (message) => {
            if (!drops.includes(++messages)) return [message];
            server.cut(kind);
            return [];
          };
          const follower = following(store, 0);
          await vi.waitFor(() => expect(follower.positions()).toEqual(numbers(1, 12)), patience);
          server.put(...entries(3, 12));
          await vi.waitFor(() => {
            expect(follower.positions()).toEqual(numbers(1, 15));
            expect(follower.told.at(-1)).toEqual({ tag: 'CaughtUp', position: 15 });
          }, patience);
          const lost = statuses.filter(({ tag }) => tag === 'Interrupted');
          expect(server.resumedFrom).toHaveLength(1 + lost.length);
          expect(lost.length === 0 || statuses.some(({ tag }) => tag === 'Resumed')).toBe(true);
          follower.stop();
          await store.close();
          server.stop();
        }),
        { numRuns: 15 },
      );
    },
  );

  it('survives a restart of the server and appends go on too', async () => {
    const { server, store } = await serverWith(...entries(5));
    const follower = following(store, 0);
    await vi.waitFor(() => expect(follower.told.at(-1)?.tag).toBe('CaughtUp'), patience);
    await server.restart();
    await done(store.append({ stream, expected: 4, events: sampleEvents(2) }));
    await vi.waitFor(() => expect(follower.positions()).toEqual(numbers(1, 7)), patience);
    expect(server.resumedFrom.at(-1)).toBe('500');
  });

  it('resumes behind what was handled, not behind what came', async () => {
    const { server, store } = await serverWith(...entries(4));
    const pages: Handover[] = [];
    let isQuick = false;
    const subscription = store.follow(0).subscribe((told) => {
      if (told.tag !== 'Page') return;
      pages.push(told);
      if (isQuick) told.handled();
    });
    await vi.waitFor(() => expect(pages).toHaveLength(1), patience);
    server.cut('fails');
    await replayed(store);
    expect(server.resumedFrom).toEqual(['0', '0']);
    isQuick = true;
    pages[0]?.handled();
    await vi.waitFor(() => expect(server.resumedFrom.at(-1)).toBe('400'), patience);
    server.put(...entries(2, 4));
    const positions = () => pages.flatMap(({ events }) => positionsOf(events));
    await vi.waitFor(() => expect(positions()).toEqual(numbers(1, 6)), patience);
    expect(pages.at(-1)?.checkpoint).toEqual({ position: 6, token: '600:600' });
    subscription.unsubscribe();
  });

  it('takes a checkpoint of the server for reached only when what came before it was handled', async () => {
    const { server, store } = await serverWith(...entries(2));
    server.mischief.deliver = (message) =>
      message.hasCaughtUp() ? [checkpointMessage('200'), message, checkpointMessage('5000')] : [message];
    const pages: Handover[] = [];
    const subscription = store.follow(0).subscribe((told) => {
      if (told.tag === 'Page') pages.push(told);
    });
    await vi.waitFor(() => expect(pages).toHaveLength(1), patience);
    server.cut('fails');
    await replayed(store);
    expect(server.resumedFrom).toEqual(['0', '0']);
    pages[0]?.handled();
    // What came was handled, and with it the checkpoint behind it: nothing up to there is asked again.
    await vi.waitFor(() => expect(server.resumedFrom.at(-1)).toBe('5000'), patience);
    subscription.unsubscribe();
  });

  it('is told that it has caught up only when everything before was handled', async () => {
    const { store } = await serverWith(...entries(4));
    const told: Followed[] = [];
    const subscription = store.follow(0).subscribe((each) => told.push(each));
    await vi.waitFor(() => expect(told).toHaveLength(1), patience);
    await replayed(store);
    expect(told.map(({ tag }) => tag)).toEqual(['Page']);
    const [page] = told;
    if (page?.tag === 'Page') page.handled();
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ tag: 'CaughtUp', position: 4 }), patience);
    subscription.unsubscribe();
  });

  it('who leaves ends the call on the server, also where nothing happens', async () => {
    const { server, store } = await serverWith(...entries(1));
    const follower = following(store, 0);
    await vi.waitFor(() => expect(follower.told.at(-1)?.tag).toBe('CaughtUp'), patience);
    expect(server.subscriptions.size).toBe(1);
    follower.stop();
    await vi.waitFor(() => expect(server.subscriptions.size).toBe(0), patience);
  });

  it('who leaves before the call is open ends it all the same', async () => {
    const { server, store } = await serverWith(...entries(1));
    store.follow(0).subscribe().unsubscribe();
    const other = following(store, 0);
    await vi.waitFor(() => expect(other.told.at(-1)?.tag).toBe('CaughtUp'), patience);
    other.stop();
    await vi.waitFor(() => expect(server.subscriptions.size).toBe(0), patience);
  });

  it('that is slow makes the server wait: no more comes than a page and what the line holds', async () => {
    const { server, store } = await serverWith(
      ...entries(20_000).map((entry) => ({ ...entry, data: `"${'x'.repeat(300)}"` })),
    );
    const pages: Handover[] = [];
    const subscription = store.follow(0).subscribe((told) => {
      if (told.tag === 'Page') pages.push(told);
    });
    await vi.waitFor(() => expect(pages).toHaveLength(1), patience);
    await replayed(store, { upTo: 3_000 });
    const forReplay = 3_000;
    expect(server.sent).toBeLessThan(forReplay + 1_000);
    expect(pages).toHaveLength(1);
    subscription.unsubscribe();
  });

  it('whose work throws is told so, and leaves: nothing stalls in silence', async () => {
    const { server, store } = await serverWith(...entries(1));
    const bug = new Error('a bug');
    const told = lastValueFrom(
      store.follow(0).pipe(
        tap(() => {
          throw bug;
        }),
      ),
    );
    await expect(told).rejects.toBe(bug);
    await vi.waitFor(() => expect(server.subscriptions.size).toBe(0), patience);
  });

  it('passes over what the server delivers again, and says so', async () => {
    const { server, store, statuses } = await serverWith(...entries(6));
    server.mischief.deliver = (message) => [message, message];
    const follower = following(store, 0);
    await vi.waitFor(() => expect(follower.told.at(-1)?.tag).toBe('CaughtUp'), patience);
    expect(follower.positions()).toEqual(numbers(1, 6));
    expect(statuses.filter(({ tag }) => tag === 'Redelivered')).toHaveLength(6);
  });

  it('that falls behind is told so, and that it has caught up again', async () => {
    const { server, store, statuses } = await serverWith(...entries(2));
    const fellBehind = new ReadResp();
    fellBehind.setFellBehind(new ReadResp.FellBehind());
    const follower = following(store, 0);
    await vi.waitFor(() => expect(follower.told.at(-1)?.tag).toBe('CaughtUp'), patience);
    const caughtUp = new ReadResp();
    caughtUp.setCaughtUp(new ReadResp.CaughtUp());
    server.mischief.deliver = (message) => [fellBehind, message, caughtUp];
    server.put(...entries(1, 2));
    await vi.waitFor(() => expect(follower.told.at(-1)).toEqual({ tag: 'CaughtUp', position: 3 }), patience);
    expect(statuses).toEqual([{ tag: 'FellBehind', position: 2 }]);
  });

  it('goes on at the node that leads the cluster now', async () => {
    const { server, store, statuses } = await serverWith(...entries(2));
    const other = await MisbehavingServer.start();
    other.put(...entries(3));
    const follower = following(store, 0);
    await vi.waitFor(() => expect(follower.told.at(-1)?.tag).toBe('CaughtUp'), patience);
    const metadata = new Metadata();
    metadata.set('exception', 'not-leader');
    metadata.set('leader-endpoint-host', '127.0.0.1');
    metadata.set('leader-endpoint-port', String(other.port));
    server.mischief.read = (_, call) => void call.emit('error', { code: code.NOT_FOUND, metadata });
    server.cut('fails');
    await vi.waitFor(() => expect(follower.positions()).toEqual([1, 2, 3]), patience);
    expect(statuses).toMatchObject([
      { tag: 'Interrupted', what: 'follow', position: 2 },
      { tag: 'Interrupted', detail: 'another node leads the cluster now' },
      { tag: 'Resumed', position: 2 },
    ]);
  });

  it('begins anew where the server takes the call and says nothing', async () => {
    const { server, store, statuses } = await serverWith(...entries(3));
    server.mischief.read = (serve, _, nth) => (nth === 2 ? undefined : serve());
    const follower = following(store, 0);
    await vi.waitFor(() => expect(follower.positions()).toEqual([1, 2, 3]), patience);
    expect(statuses).toMatchObject([
      { tag: 'Interrupted', what: 'follow', position: 0, detail: expect.stringContaining('not answer') },
      { tag: 'Resumed', what: 'follow' },
    ]);
  });

  it('goes on for as long as the server is away, and gives up where it only fails', async () => {
    const { server, store, statuses } = await serverWith(...entries(1));
    server.mischief.read = (_, call, nth) =>
      void call.emit('error', nth < 20 ? goingDown : { code: code.UNKNOWN });
    const follower = following(store, 0);
    await vi.waitFor(() => expect(follower.errors).toMatchObject([{ tag: 'StoreUnavailable' }]), patience);
    expect(statuses.length).toBeGreaterThan(limits.attempts + 10);
  });

  it('without the right to read the log is told how to get it', async () => {
    const { server, store } = await serverWith(...entries(1));
    server.mischief.read = (_, call) => void call.emit('error', { code: code.PERMISSION_DENIED });
    const follower = following(store, 0);
    await vi.waitFor(
      () =>
        expect(follower.errors).toMatchObject([
          { tag: 'StoreUnavailable', text: { en: expect.stringContaining('$all') } },
        ]),
      patience,
    );
  });
});
