import type { Handover } from '@burgernet/adapters';
import { describe, expect, it } from 'vitest';
import { done } from '../../support/outcome.js';
import { emptyStore, type OpenStore, storeOf } from './subject.js';

type Told = Pick<Handover, 'events' | 'checkpoint'>;

const pagesOf = async (store: Awaited<ReturnType<typeof storeOf>>['store'], pageSize: number) => {
  const pages: Told[] = [];
  await store.replay({ pageSize }).forEach(({ events, checkpoint, handled }) => {
    pages.push({ events, checkpoint });
    handled();
  });
  return pages;
};

/** What is promised of places in a log, and of which log it is. */
export const placesContract = (open: OpenStore): void => {
  describe('eventAt', () => {
    it('gives the event that stands just before each checkpoint, also when the log has grown', async () => {
      const { store, newBatch } = await storeOf(open, 12);
      const pages = await pagesOf(store, 5);
      expect(pages).toHaveLength(3);
      await done(store.append(newBatch(3)));
      for (const { events, checkpoint } of pages)
        expect(await done(store.eventAt(checkpoint))).toEqual({
          tag: 'Stands',
          eventId: events.at(-1)?.eventId,
        });
    });

    it('has nothing before the first event', async () => {
      const { store } = await storeOf(open, 2);
      expect(await done(store.eventAt({ position: 0, token: '' }))).toEqual({ tag: 'NotReached' });
    });
  });

  describe('identity', () => {
    it('stays the same while the log grows', async () => {
      const { store, newBatch } = await storeOf(open, 3);
      const before = await done(store.identity);
      expect(before).not.toBe('');
      await done(store.append(newBatch(4)));
      expect(await done(store.identity)).toBe(before);
    });

    it('can be asked of an empty log', async () => {
      const { store } = await emptyStore(open);
      expect(await done(store.identity)).toBeTypeOf('string');
    });
  });
};
