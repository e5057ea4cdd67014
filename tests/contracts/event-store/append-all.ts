import { describe, expect, it } from 'vitest';
import { done } from '../../support/outcome.js';
import { sampleEvents } from '../../support/sample-event.js';
import { emptyStore, newBatch, type OpenStore, replayed } from './subject.js';

/** What `appendAll` promises. */
export const appendAllContract = (open: OpenStore): void => {
  describe('appendAll', () => {
    it('stores batch after batch in their order and says where each stands', async () => {
      const store = await emptyStore(open);
      const [one, other] = [newBatch(2), newBatch(3)];
      const more = { stream: one.stream, expected: 1, events: sampleEvents(1) };
      expect(await done(store.appendAll([one, other, more]))).toEqual([
        { tag: 'done', appended: { firstRevision: 0, lastRevision: 1, position: 2, repeated: false } },
        { tag: 'done', appended: { firstRevision: 0, lastRevision: 2, position: 5, repeated: false } },
        { tag: 'done', appended: { firstRevision: 2, lastRevision: 2, position: 6, repeated: false } },
      ]);
      expect((await replayed(store)).flat().map(({ eventId }) => eventId)).toEqual(
        [one, other, more].flatMap(({ events }) => events).map(({ eventId }) => eventId),
      );
    });

    it('stops at the first that is refused: those before it stand, those after it were not tried', async () => {
      const store = await emptyStore(open);
      const [before, after] = [newBatch(2), newBatch(2)];
      const wrong = { ...newBatch(2), expected: 4 };
      expect(await done(store.appendAll([before, wrong, after]))).toMatchObject([
        { tag: 'done' },
        { tag: 'refused', error: { tag: 'RevisionConflict', stream: wrong.stream, actual: 'no-stream' } },
      ]);
      expect(await done(store.read(before.stream))).toHaveLength(2);
      expect(await done(store.read(wrong.stream))).toEqual([]);
      expect(await done(store.read(after.stream))).toEqual([]);
      expect(await done(store.lastPosition)).toBe(2);
    });

    it('goes on over a repeat, so that a broken import can be run again', async () => {
      const store = await emptyStore(open);
      const batches = [newBatch(2), newBatch(1), newBatch(3)];
      await done(store.appendAll(batches.slice(0, 2)));
      expect(await done(store.appendAll(batches))).toMatchObject([
        { tag: 'done', appended: { position: 2, repeated: true } },
        { tag: 'done', appended: { position: 3, repeated: true } },
        { tag: 'done', appended: { position: 6, repeated: false } },
      ]);
    });

    it('has nothing to say of no batches', async () => {
      const store = await emptyStore(open);
      expect(await done(store.appendAll([]))).toEqual([]);
    });
  });
};
