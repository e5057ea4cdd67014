import { describe, expect, it } from 'vitest';
import { done, refused } from '../../support/outcome.js';
import { sampleEvent, sampleEvents } from '../../support/sample-event.js';
import { emptyStore, newBatch, newStream, type OpenStore } from './subject.js';

/** What `append` promises of event ids that it has seen before. */
export const repeatContract = (open: OpenStore): void => {
  describe('append of what was appended before', () => {
    it('recognises a repeat, changes nothing and says where the batch stands', async () => {
      const store = await emptyStore(open);
      const batch = newBatch(3);
      const first = await done(store.append(batch));
      expect(await done(store.append(batch))).toEqual({ ...first, repeated: true });
      expect(await done(store.lastPosition)).toBe(3);
    });

    it('recognises a repeat when stream and log have grown since', async () => {
      const store = await emptyStore(open);
      const { stream } = newBatch(1);
      await done(store.append({ stream, expected: 'no-stream', events: sampleEvents(1) }));
      const batch = { stream, expected: 0, events: sampleEvents(2) };
      const first = await done(store.append(batch));
      await done(store.append(newBatch(1)));
      await done(store.append({ stream, expected: 2, events: sampleEvents(4) }));
      expect(await done(store.append(batch))).toEqual({ ...first, repeated: true });
      expect(await done(store.lastPosition)).toBe(8);
    });

    it('recognises a repeat by ids and expected revision alone, and keeps what was stored first', async () => {
      const store = await emptyStore(open);
      const batch = newBatch(1);
      const [event] = batch.events;
      await done(store.append(batch));
      const other = { ...batch, events: [{ ...event, data: '{"line":"app"}' }] as const };
      expect(await done(store.append(other))).toMatchObject({ repeated: true });
      expect(await done(store.read(batch.stream))).toMatchObject([{ data: event.data }]);
    });

    it('refuses ids that stand in the stream at another expected revision, the right one too', async () => {
      const store = await emptyStore(open);
      const batch = newBatch(2);
      await done(store.append(batch));
      for (const expected of [0, 1, 2])
        expect(await refused(store.append({ ...batch, expected }))).toMatchObject({
          tag: 'EventIdTaken',
          stream: batch.stream,
          eventId: batch.events[0].eventId,
        });
      expect(await done(store.lastPosition)).toBe(2);
    });

    it('refuses a batch of which only a part stands in the stream', async () => {
      const store = await emptyStore(open);
      const batch = newBatch(2);
      const [first, ...rest] = batch.events;
      await done(store.append(batch));
      const longer = { ...batch, events: [first, ...rest, sampleEvent()] as const };
      expect(await refused(store.append(longer))).toMatchObject({
        tag: 'EventIdTaken',
        eventId: first.eventId,
      });
      const late = sampleEvent();
      const mixed = { ...batch, expected: 1, events: [late, first] as const };
      expect(await refused(store.append(mixed))).toMatchObject({
        tag: 'EventIdTaken',
        eventId: first.eventId,
      });
      expect(await done(store.read(batch.stream))).toHaveLength(2);
    });

    it('refuses the same ids in another order', async () => {
      const store = await emptyStore(open);
      const [first, second] = [sampleEvent(), sampleEvent()];
      const batch = { stream: newStream(), expected: 'no-stream', events: [first, second] } as const;
      await done(store.append(batch));
      expect(await refused(store.append({ ...batch, events: [second, first] }))).toMatchObject({
        tag: 'EventIdTaken',
        eventId: second.eventId,
      });
    });

    it('takes the beginning of a batch at its place for the repeat that it is', async () => {
      const store = await emptyStore(open);
      const batch = newBatch(3);
      await done(store.append(batch));
      expect(await done(store.append({ ...batch, events: [batch.events[0]] }))).toEqual({
        firstRevision: 0,
        lastRevision: 0,
        position: 1,
        repeated: true,
      });
    });

    it('refuses one id twice in a batch', async () => {
      const store = await emptyStore(open);
      const event = sampleEvent();
      const batch = { ...newBatch(1), events: [event, sampleEvent(), event] as const };
      expect(await refused(store.append(batch))).toMatchObject({
        tag: 'EventIdTaken',
        eventId: event.eventId,
      });
      expect(await done(store.read(batch.stream))).toEqual([]);
    });

    it('takes one id in two streams: an identity is stream and id', async () => {
      const store = await emptyStore(open);
      const [one, other] = [newBatch(1), newBatch(1)];
      await done(store.append(one));
      expect(await done(store.append({ ...other, events: one.events }))).toMatchObject({
        position: 2,
        repeated: false,
      });
    });
  });
};
