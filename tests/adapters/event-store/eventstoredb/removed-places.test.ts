import { firstValueFrom, map, tap, toArray } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import { following, numbers, replayed } from '../../../contracts/event-store/subject.js';
import { log } from '../../../support/log.js';
import { type Entry, MisbehavingServer } from '../../../support/misbehaving-server.js';
import { asEntries } from '../../../support/on-the-server.js';
import { response, start } from '../../../support/said.js';
import { storeOn } from './on-server.js';

const entries = asEntries(
  log(start(1), response(1, 70, '112', 'phone'), start(2), response(2, 71, 'app', 'app'), start(3)),
);
/** The server's own first record. */
const first: Entry = {
  stream: '$settings',
  revision: 0,
  id: '00000000-0000-4000-8000-00000000aaaa',
  type: '$made',
  data: '{}',
  metadata: '',
};

const told = entries.map(({ stream, revision }) => `${stream} ${revision}`);
const saidOf = (events: ReadonlyArray<{ readonly stream: string; readonly revision: number }>) =>
  events.map(({ stream, revision }) => `${stream} ${revision}`);

/** A server with the events, and a place behind each of them. */
const prepared = async () => {
  const server = await MisbehavingServer.start();
  server.put(first, ...entries);
  const { store } = await storeOn(server);
  const places = await firstValueFrom(
    store.replay({ pageSize: 1 }).pipe(
      tap(({ handled }) => handled()),
      map(({ checkpoint }) => checkpoint),
      toArray(),
    ),
  );
  const placeOf = (nth: number) => {
    const place = places[nth - 1];
    if (place === undefined) throw new Error(`There is no place behind event ${nth}.`);
    return place;
  };
  return { server, store, placeOf };
};

describe('a log whose server removed the record at a place', () => {
  it.each(numbers(1, 4))(
    'is replayed from behind event %i on, however much before it is gone',
    async (nth) => {
      const { server, store, placeOf } = await prepared();
      for (const removed of [...numbers(0, nth)].reverse()) {
        server.scavenged.add(removed);
        const pages = await replayed(store, { after: placeOf(nth) });
        expect(saidOf(pages.flat())).toEqual(told.slice(nth));
      }
    },
  );

  it.each(numbers(1, 4))(
    'is followed from behind event %i on, however much before it is gone',
    async (nth) => {
      const { server, store, placeOf } = await prepared();
      for (const removed of [...numbers(0, nth)].reverse()) {
        server.scavenged.add(removed);
        const follower = following(store, placeOf(nth));
        await vi.waitFor(() => expect(follower.told.at(-1)?.tag).toBe('CaughtUp'), { timeout: 20_000 });
        expect(saidOf(follower.told.flatMap((each) => (each.tag === 'Page' ? each.events : [])))).toEqual(
          told.slice(nth),
        );
        follower.stop();
      }
    },
  );

  it('is followed on after a loss of the server that removed meanwhile what was told last', async () => {
    const { server, store } = await prepared();
    const follower = following(store, 0);
    await vi.waitFor(() => expect(follower.positions()).toHaveLength(entries.length), { timeout: 20_000 });
    server.scavenged.add(entries.length);
    server.cut('fails');
    const [last] = entries.slice(-1);
    if (last === undefined) throw new Error('There are events.');
    server.put({ ...last, revision: 1, id: '00000000-0000-4000-8000-00000000bbbb' });
    await vi.waitFor(() => expect(follower.positions()).toEqual(numbers(1, 6)), { timeout: 20_000 });
  });
});
