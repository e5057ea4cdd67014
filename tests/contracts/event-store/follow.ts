import type { Followed } from '@burgernet/adapters';
import { describe, expect, it, vi } from 'vitest';
import { done } from '../../support/outcome.js';
import { emptyStore, following, numbers, type OpenStore, replayed, storeOf } from './subject.js';

const patience = { timeout: 30_000, interval: 2 };

/** What `follow` promises. */
export const followContract = (open: OpenStore): void => {
  describe('follow', () => {
    it('has caught up with an empty log at position 0', async () => {
      const { told } = following((await emptyStore(open)).store, 0);
      await vi.waitFor(() => expect(told).toEqual([{ tag: 'CaughtUp', position: 0 }]), patience);
    });

    it('gives what is there, says that it has caught up, gives what comes and says so again', async () => {
      const { store, newBatch } = await storeOf(open, 12);
      const follower = following(store, 0);
      await vi.waitFor(
        () => expect(follower.told.at(-1)).toEqual({ tag: 'CaughtUp', position: 12 }),
        patience,
      );
      expect(follower.positions()).toEqual(numbers(1, 12));
      await done(store.append(newBatch(3)));
      await vi.waitFor(
        () => expect(follower.told.at(-1)).toEqual({ tag: 'CaughtUp', position: 15 }),
        patience,
      );
      expect(follower.positions()).toEqual(numbers(1, 15));
      expect(follower.told.filter(({ tag }) => tag === 'CaughtUp')).toHaveLength(2);
    });

    it('begins after the position that is given', async () => {
      const { store } = await storeOf(open, 12);
      const follower = following(store, 9);
      await vi.waitFor(
        () => expect(follower.told.at(-1)).toEqual({ tag: 'CaughtUp', position: 12 }),
        patience,
      );
      expect(follower.positions()).toEqual([10, 11, 12]);
    });

    it('hands over what is appended while it catches up before it says that it has', async () => {
      const { store, newBatch } = await storeOf(open, 5);
      let late = false;
      const follower = following(store, 0, (each) => {
        if (each.tag === 'Page' && !late) {
          late = true;
          void store.append(newBatch(2))();
        }
      });
      await vi.waitFor(() => expect(follower.positions()).toEqual(numbers(1, 7)), patience);
      await vi.waitFor(
        () => expect(follower.told.at(-1)).toEqual({ tag: 'CaughtUp', position: 7 }),
        patience,
      );
      expect(follower.told.filter(({ tag }) => tag === 'CaughtUp')).toHaveLength(1);
    });

    it('hands over no other page, and does not say that it has caught up, until a page was handled', async () => {
      const { store, newBatch } = await storeOf(open, 5);
      const told: Followed[] = [];
      let isQuick = false;
      const subscription = store.follow(0).subscribe((each) => {
        told.push(each);
        if (isQuick && each.tag === 'Page') each.handled();
      });
      await vi.waitFor(() => expect(told).toHaveLength(1), patience);
      await done(store.append(newBatch(2)));
      await replayed(store, { pageSize: 1 });
      expect(told).toHaveLength(1);
      // What was appended may come in one page or in two.
      isQuick = true;
      const [first] = told;
      if (first?.tag === 'Page') first.handled();
      await vi.waitFor(() => expect(told.at(-1)).toEqual({ tag: 'CaughtUp', position: 7 }), patience);
      expect(told.slice(0, 2).map(({ tag }) => tag)).toEqual(['Page', 'Page']);
      subscription.unsubscribe();
    });

    it('misses nothing and repeats nothing while others append all the time', async () => {
      const { store, newBatch } = await storeOf(open, 3);
      const followers = [following(store, 0), following(store, 2)];
      for (let batch = 0; batch < 40; batch++) {
        await done(store.append(newBatch(1 + (batch % 3))));
        if (batch % 4 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      const last = await done(store.lastPosition);
      await vi.waitFor(() => {
        for (const { told } of followers) expect(told.at(-1)).toEqual({ tag: 'CaughtUp', position: last });
      }, patience);
      expect(followers.map(({ positions }) => positions())).toEqual([numbers(1, last), numbers(3, last)]);
    });

    it('tells nothing more to one who stopped following', async () => {
      const { store, newBatch } = await storeOf(open, 2);
      const [gone, still] = [following(store, 0), following(store, 0)];
      await vi.waitFor(() => expect(gone.told.at(-1)?.tag).toBe('CaughtUp'), patience);
      gone.stop();
      await done(store.append(newBatch(1)));
      await vi.waitFor(() => expect(still.positions()).toEqual([1, 2, 3]), patience);
      await replayed(store);
      expect(gone.positions()).toEqual([1, 2]);
    });
  });
};
