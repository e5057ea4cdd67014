import { describe, expect, it } from 'vitest';
import { done } from '../../support/outcome.js';
import { sampleEvents } from '../../support/sample-event.js';
import { emptyStore, type OpenStore, storeOf } from './subject.js';

/** What `read` and `lastPosition` promise. */
export const readContract = (open: OpenStore): void => {
  describe('read', () => {
    it('gives the events of one stream, in order, with their places in stream and log', async () => {
      const { store, newBatch } = await emptyStore(open);
      const { stream } = newBatch(1);
      const [first, second] = [sampleEvents(2), sampleEvents(1)];
      await done(store.append({ stream, expected: 'no-stream', events: first }));
      await done(store.append(newBatch(4)));
      await done(store.append({ stream, expected: 1, events: second }));
      expect(await done(store.read(stream))).toEqual([
        { ...first[0], stream, revision: 0, position: 1 },
        { ...first[1], stream, revision: 1, position: 2 },
        { ...second[0], stream, revision: 2, position: 7 },
      ]);
    });

    it('begins at the revision that is asked', async () => {
      const { store, newBatch } = await emptyStore(open);
      const batch = newBatch(5);
      await done(store.append(batch));
      expect((await done(store.read(batch.stream, 3))).map(({ revision }) => revision)).toEqual([3, 4]);
      expect(await done(store.read(batch.stream, 5))).toEqual([]);
      expect(await done(store.read(batch.stream, -1))).toHaveLength(5);
    });

    it('gives nothing of a stream that does not exist', async () => {
      const { store, newStream } = await storeOf(open, 7);
      expect(await done(store.read(newStream()))).toEqual([]);
    });

    it('tells streams apart whose names begin alike or differ in case', async () => {
      const { store, newStream } = await emptyStore(open);
      const start = newStream();
      const names = ['a', 'A', 'aa', '%'].map((end) => `${start}${end}`);
      for (const stream of names)
        await done(store.append({ stream, expected: 'no-stream', events: sampleEvents(1) }));
      for (const stream of names) expect(await done(store.read(stream))).toMatchObject([{ stream }]);
    });
  });

  describe('lastPosition', () => {
    it('is 0 in an empty log and then the number of events', async () => {
      const { store, newBatch } = await emptyStore(open);
      expect(await done(store.lastPosition)).toBe(0);
      await done(store.append(newBatch(3)));
      expect(await done(store.lastPosition)).toBe(3);
    });
  });
};
