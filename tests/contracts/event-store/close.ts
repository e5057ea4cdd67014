import { describe, expect, it, vi } from 'vitest';
import { done, refused } from '../../support/outcome.js';
import { following, type OpenStore, replayed, storeOf } from './subject.js';

/** What `close` promises. */
export const closeContract = (open: OpenStore): void => {
  describe('close', () => {
    it('has everything asked afterwards refused as unavailable', async () => {
      const { store, newBatch } = await storeOf(open, 3);
      await store.close();
      const closed = { tag: 'StoreUnavailable' };
      expect(await refused(store.append(newBatch(1)))).toMatchObject(closed);
      expect(await refused(store.appendAll([newBatch(1)]))).toMatchObject(closed);
      expect(await refused(store.read(newBatch(1).stream))).toMatchObject(closed);
      expect(await refused(store.lastPosition)).toMatchObject(closed);
      if (store.checkIntegrity !== undefined)
        expect(await refused(store.checkIntegrity)).toMatchObject(closed);
      await expect(replayed(store)).rejects.toMatchObject(closed);
    });

    it('ends those who follow with an error', async () => {
      const { store } = await storeOf(open, 3);
      const follower = following(store, 0);
      await vi.waitFor(() => expect(follower.told.at(-1)?.tag).toBe('CaughtUp'));
      await store.close();
      await vi.waitFor(() => expect(follower.errors).toMatchObject([{ tag: 'StoreUnavailable' }]));
    });

    it('may be called again', async () => {
      const { store } = await storeOf(open, 1);
      await done(store.lastPosition);
      await store.close();
      await expect(store.close()).resolves.toBeUndefined();
    });
  });
};
