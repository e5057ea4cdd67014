import type { Handover, Page } from '@burgernet/adapters';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import { done } from '../../support/outcome.js';
import { emptyStore, numbers, type OpenStore, positionsOf, replayed, storeOf } from './subject.js';

const patience = { timeout: 30_000, interval: 2 };

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What `replay` promises. */
export const replayContract = (open: OpenStore): void => {
  describe('replay', () => {
    it('gives the whole log in order, in pages of the size asked', async () => {
      const { store } = await storeOf(open, 23);
      const pages = await replayed(store, { pageSize: 10 });
      expect(pages.map(positionsOf)).toEqual([numbers(1, 10), numbers(11, 20), numbers(21, 23)]);
    });

    it('gives full pages of 1,000 at most unless another size is asked', async () => {
      const { store } = await storeOf(open, 2_001);
      const pages = await replayed(store);
      expect(pages.flatMap(positionsOf)).toEqual(numbers(1, 2_001));
      const [full = 0, ...others] = pages.map((page) => page.length);
      expect(full).toBeLessThanOrEqual(1_000);
      expect(others.slice(0, -1).every((size) => size === full)).toBe(true);
    });

    it('begins after one position and ends with another', async () => {
      const { store } = await storeOf(open, 20);
      const pages = await replayed(store, { after: 4, upTo: 15, pageSize: 8 });
      expect(pages.map(positionsOf)).toEqual([numbers(5, 12), numbers(13, 15)]);
    });

    it('ends with the last event there is when more is asked', async () => {
      const { store } = await storeOf(open, 6);
      expect((await replayed(store, { upTo: 99 })).map(positionsOf)).toEqual([numbers(1, 6)]);
      expect(await replayed(store, { after: 99 })).toEqual([]);
      expect(await replayed(store, { after: 4, upTo: 3 })).toEqual([]);
    });

    it('begins at the beginning when less is asked, and gives pages of one event at least', async () => {
      const { store } = await storeOf(open, 2);
      expect((await replayed(store, { after: -3, pageSize: 0 })).map(positionsOf)).toEqual([[1], [2]]);
    });

    it('completes without a page on an empty log', async () => {
      expect(await replayed((await emptyStore(open)).store)).toEqual([]);
    });

    it('leaves out what was appended after it was asked', async () => {
      const { store, newBatch } = await storeOf(open, 10);
      const replay = replayed(store, { pageSize: 3 });
      await done(store.append(newBatch(5)));
      expect((await replay).flatMap(positionsOf)).toEqual(numbers(1, 10));
    });

    it('reads a page only after the one before was handled, and lets other work in between', async () => {
      const { store } = await storeOf(open, 40);
      const course: string[] = [];
      const replay = new Promise<void>((resolve, reject) => {
        store.replay({ pageSize: 10 }).subscribe({
          next: async ({ events: [event], handled }) => {
            course.push(`page from ${event?.position}`);
            await turn();
            await turn();
            course.push('handled');
            handled();
          },
          error: reject,
          complete: resolve,
        });
      });
      let over = false;
      const other = (async () => {
        while (!over) {
          course.push('other work');
          await turn();
        }
      })();
      await replay;
      over = true;
      await other;
      const second = course.indexOf('page from 11');
      const third = course.indexOf('page from 21');
      expect(course.slice(second, third)).toContain('other work');
      expect(course.filter((one) => one !== 'other work').map((one) => one === 'handled')).toEqual(
        [0, 1, 2, 3].flatMap(() => [false, true]),
      );
    });

    it('hands over no other page until the one before is said to be handled', async () => {
      const { store } = await storeOf(open, 40);
      const pages: Handover[] = [];
      const subscription = store.replay({ pageSize: 10 }).subscribe((page) => pages.push(page));
      await vi.waitFor(() => expect(pages).toHaveLength(1), patience);
      await replayed(store, { pageSize: 1 });
      expect(pages).toHaveLength(1);
      pages[0]?.handled();
      pages[0]?.handled();
      await vi.waitFor(() => expect(pages).toHaveLength(2), patience);
      await replayed(store, { pageSize: 1 });
      expect(pages.map(({ events }) => positionsOf(events))).toEqual([numbers(1, 10), numbers(11, 20)]);
      subscription.unsubscribe();
    });

    it('goes on after a checkpoint that a page came with', async () => {
      const { store } = await storeOf(open, 12);
      const first = await firstValueFrom(store.replay({ pageSize: 5 }));
      const rest = await replayed(store, { after: first.checkpoint });
      expect(rest.flatMap(positionsOf)).toEqual(numbers(6, 12));
    });

    it('reads no further when nobody listens any more', async () => {
      const { store } = await storeOf(open, 40);
      const pages: Page[] = [];
      const subscription = store.replay({ pageSize: 10 }).subscribe(({ events, handled }) => {
        pages.push(events);
        if (pages.length === 2) subscription.unsubscribe();
        handled();
      });
      await vi.waitFor(() => expect(pages).toHaveLength(2), patience);
      await replayed(store, { pageSize: 1 });
      expect(pages.map(positionsOf)).toEqual([numbers(1, 10), numbers(11, 20)]);
    });

    it('serves several at a time, each from its own place', async () => {
      const { store } = await storeOf(open, 30);
      const [all, late] = await Promise.all([
        replayed(store, { pageSize: 4 }),
        replayed(store, { after: 25, pageSize: 2 }),
      ]);
      expect(all.flatMap(positionsOf)).toEqual(numbers(1, 30));
      expect(late.flatMap(positionsOf)).toEqual(numbers(26, 30));
    });
  });
};
