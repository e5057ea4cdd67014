import type { EventToAppend } from '@burgernet/adapters';
import { describe, expect, it } from 'vitest';
import { done, refused } from '../../support/outcome.js';
import { sampleEvent, sampleEvents } from '../../support/sample-event.js';
import { emptyStore, type OpenStore, replayed } from './subject.js';

const texts = ['eventId', 'type', 'recordedAt', 'data', 'metadata'] as const;

/** What `append` promises of a batch that is new. */
export const appendContract = (open: OpenStore): void => {
  describe('append', () => {
    it('gives the first batch of a stream the revisions from 0 on', async () => {
      const { store, newBatch } = await emptyStore(open);
      expect(await done(store.append(newBatch(3)))).toEqual({
        firstRevision: 0,
        lastRevision: 2,
        position: 3,
        repeated: false,
      });
    });

    it('puts the next batch behind the last event of its stream and of the log', async () => {
      const { store, newBatch } = await emptyStore(open);
      const first = newBatch(2);
      await done(store.append(first));
      await done(store.append(newBatch(4)));
      expect(
        await done(store.append({ stream: first.stream, expected: 1, events: sampleEvents(2) })),
      ).toEqual({ firstRevision: 2, lastRevision: 3, position: 8, repeated: false });
    });

    it('keeps every field of an event to the letter, whatever its script', async () => {
      const { store, newStream } = await emptyStore(open);
      const event = sampleEvent({
        type: 'Été',
        schemaVersion: 7,
        recordedAt: 'not even a moment',
        data: '{ "spaced" :\t"é e\u0301 💚 \\ud800 \\u0000 \u2028 ﷽ \u{10ffff}",\r\n"n":1.0e+2,"n":01}',
        metadata: '',
      });
      const stream = newStream();
      await done(store.append({ stream, expected: 'no-stream', events: [event] }));
      const stored = [{ ...event, stream, revision: 0, position: 1 }];
      expect(await done(store.read(stream))).toEqual(stored);
      expect(await replayed(store)).toEqual([stored]);
    });

    it('keeps data of several megabytes to the letter', async () => {
      const { store, newBatch } = await emptyStore(open);
      const data = JSON.stringify({ text: 'eén 💚 '.repeat(500_000) });
      const { stream, ...rest } = { ...newBatch(1), events: [sampleEvent({ data })] as const };
      await done(store.append({ stream, ...rest }));
      expect((await done(store.read(stream)))[0]?.data === data).toBe(true);
    });

    it('refuses a revision that is not the last one and says which is', async () => {
      const { store, newBatch } = await emptyStore(open);
      const batch = newBatch(2);
      await done(store.append(batch));
      for (const expected of ['no-stream', 0, 2] as const)
        expect(await refused(store.append({ ...batch, expected, events: sampleEvents(1) }))).toMatchObject({
          tag: 'RevisionConflict',
          stream: batch.stream,
          expected,
          actual: 1,
          text: { en: expect.stringContaining('revision 1'), nl: expect.stringContaining('revisie 1') },
        });
    });

    it('refuses a revision of a stream that does not exist and says so', async () => {
      const { store, newBatch } = await emptyStore(open);
      const batch = newBatch(1);
      expect(await refused(store.append({ ...batch, expected: 0 }))).toMatchObject({
        tag: 'RevisionConflict',
        stream: batch.stream,
        expected: 0,
        actual: 'no-stream',
      });
    });

    it('stores nothing of a batch that it refuses', async () => {
      const { store, newBatch } = await emptyStore(open);
      await refused(store.append({ ...newBatch(3), expected: 5 }));
      expect(await done(store.lastPosition)).toBe(0);
      expect(await replayed(store)).toEqual([]);
    });

    it('lets one of many writers pass that expect the same revision', async () => {
      const { store, newBatch } = await emptyStore(open);
      const { stream } = newBatch(1);
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () =>
          store.append({ stream, expected: 'no-stream', events: sampleEvents(2) })(),
        ),
      );
      expect(outcomes.filter(({ _tag }) => _tag === 'Right')).toHaveLength(1);
      expect(await done(store.read(stream))).toHaveLength(2);
    });

    for (const [what, letters] of [
      ['a lone surrogate', 'a\ud83d'],
      ['a NUL character', 'a\0b'],
    ] as const)
      it.each(texts)(`refuses ${what} in %s rather than to mangle it`, async (field) => {
        const { store, newBatch } = await emptyStore(open);
        const event: EventToAppend = sampleEvent({ [field]: letters });
        const batch = { ...newBatch(1), events: [sampleEvent(), event] as const };
        expect(await refused(store.append(batch))).toMatchObject({
          tag: 'NotStorable',
          stream: batch.stream,
          eventId: event.eventId,
        });
        expect(await done(store.read(batch.stream))).toEqual([]);
      });

    it('refuses a schema version that is no whole number', async () => {
      const { store, newBatch } = await emptyStore(open);
      const batch = { ...newBatch(1), events: [sampleEvent({ schemaVersion: 1.5 })] as const };
      expect(await refused(store.append(batch))).toMatchObject({ tag: 'NotStorable' });
    });
  });
};
