import { randomUUID } from 'node:crypto';
import type { StoreStatus } from '@burgernet/adapters';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { expect, it, onTestFinished, vi } from 'vitest';
import { following, numbers, positionsOf, replayed } from '../../../contracts/event-store/subject.js';
import { done, refused } from '../../../support/outcome.js';
import { describeReal, openReal, realServer } from '../../../support/real-server.js';
import { sampleEvent, sampleEvents } from '../../../support/sample-event.js';
import { ofScavengedServer } from './scavenged-server.js';

const patience = { timeout: 30_000, interval: 5 };

/** A store under a new prefix, and the client that other programs use on the same server. */
const shared = async () => {
  const prefix = `test-${randomUUID()}`;
  const statuses: StoreStatus[] = [];
  const store = await openReal({ mode: 'write', prefix, onStatus: (status) => statuses.push(status) });
  const others = EventStoreDBClient.connectionString(realServer ?? '');
  onTestFinished(async () => {
    await store.close();
    await others.dispose();
  });
  const newStream = () => `${prefix}.action-${randomUUID()}`;
  const foreign = (count: number) =>
    others.appendToStream(
      `others-${prefix}`,
      numbers(1, count).map((n) => jsonEvent({ type: 'Other', data: { n } })),
    );
  return { store, others, statuses, newStream, foreign };
};

describeReal('a store on a real server', () => {
  it('that others use too counts and gives its own events alone', async () => {
    const { store, newStream, foreign } = await shared();
    for (let batch = 0; batch < 3; batch++) {
      await done(store.append({ stream: newStream(), expected: 'no-stream', events: sampleEvents(4) }));
      await foreign(1_700);
    }
    expect((await replayed(store)).flatMap(positionsOf)).toEqual(numbers(1, 12));
    expect(await done(store.lastPosition)).toBe(12);
    const follower = following(store, 0);
    await vi.waitFor(() => expect(follower.told.at(-1)).toEqual({ tag: 'CaughtUp', position: 12 }), patience);
  });

  it('goes on behind any page of a replay and misses nothing', async () => {
    const { store, newStream, foreign } = await shared();
    for (let batch = 0; batch < 6; batch++) {
      await done(store.append({ stream: newStream(), expected: 'no-stream', events: sampleEvents(3) }));
      await foreign(300);
    }
    const checkpoints: { readonly position: number; readonly token: string }[] = [];
    await new Promise<void>((resolve, reject) => {
      store.replay({ pageSize: 1 }).subscribe({
        next: ({ checkpoint, handled }) => {
          checkpoints.push(checkpoint);
          handled();
        },
        error: reject,
        complete: resolve,
      });
    });
    for (const after of checkpoints)
      expect((await replayed(store, { after })).flatMap(positionsOf)).toEqual(
        numbers(after.position + 1, 18),
      );
  });

  it('gives back what others wrote by hand, and links, as they stand', async () => {
    const { store, others, newStream } = await shared();
    const stream = newStream();
    await others.appendToStream(stream, [
      jsonEvent({ type: 'ByHand', data: { a: 1 }, metadata: { user: 'x' } }),
      jsonEvent({ type: '$>', data: 'not a link at all' }),
    ]);
    await done(store.append({ stream, expected: 1, events: sampleEvents(1) }));
    expect((await replayed(store)).flat()).toMatchObject([
      { position: 1, type: 'ByHand', data: '{"a":1}', metadata: '{"user":"x"}', schemaVersion: 1 },
      { position: 2, type: '$>', data: '"not a link at all"', metadata: '' },
      { position: 3, revision: 2 },
    ]);
  });

  it('appends again to a stream that was deleted, behind its last revision', async () => {
    const { store, others, newStream } = await shared();
    const stream = newStream();
    await done(store.append({ stream, expected: 'no-stream', events: sampleEvents(2) }));
    await others.deleteStream(stream);
    expect(await done(store.read(stream))).toEqual([]);
    expect(
      await done(store.append({ stream, expected: 'no-stream', events: sampleEvents(2) })),
    ).toMatchObject({ firstRevision: 2, lastRevision: 3, repeated: false });
    expect((await done(store.read(stream))).map(({ revision }) => revision)).toEqual([2, 3]);
    // What was deleted is in the log until somebody scavenges.
    expect((await replayed(store)).flat().map(({ revision }) => revision)).toEqual([0, 1, 2, 3]);
  });

  it('neither reads nor appends to a stream with a tombstone, and reports the tombstone in the log', async () => {
    const { store, others, statuses, newStream } = await shared();
    const stream = newStream();
    await done(store.append({ stream, expected: 'no-stream', events: sampleEvents(2) }));
    await others.tombstoneStream(stream);
    const gone = { tag: 'StoreUnavailable', text: { en: expect.stringContaining('tombstone') } };
    expect(await refused(store.read(stream))).toMatchObject(gone);
    const batch = { stream, expected: 1, events: sampleEvents(1) } as const;
    expect(await refused(store.append(batch))).toMatchObject(gone);
    expect((await replayed(store)).flat()).toHaveLength(2);
    expect(statuses).toContainEqual({ tag: 'ServerRecord', stream, type: '$streamDeleted' });
  });

  it('gives of a stream that was cut short what is left, at its revisions', async () => {
    const { store, others, newStream } = await shared();
    const stream = newStream();
    await done(store.append({ stream, expected: 'no-stream', events: sampleEvents(5) }));
    await others.setStreamMetadata(stream, { maxCount: 2 });
    expect((await done(store.read(stream))).map(({ revision }) => revision)).toEqual([3, 4]);
    expect(await done(store.append({ stream, expected: 4, events: sampleEvents(1) }))).toMatchObject({
      firstRevision: 5,
    });
  });

  it('says that it was a repeat also to the one of two writers who did not write', async () => {
    const { store, newStream } = await shared();
    const stream = newStream();
    const event = sampleEvent();
    const outcomes = await Promise.all(
      ['112', 'app', 'other'].map((line) =>
        done(
          store.append({
            stream,
            expected: 'no-stream',
            events: [{ ...event, data: JSON.stringify({ line }) }],
          }),
        ),
      ),
    );
    expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1);
  });

  it('lets fifty writers on one stream through one at a time', async () => {
    const { store, newStream } = await shared();
    const stream = newStream();
    await done(store.append({ stream, expected: 'no-stream', events: sampleEvents(1) }));
    const ids = await Promise.all(
      numbers(1, 50).map(async () => {
        const event = sampleEvent();
        for (;;) {
          const known = await done(store.read(stream));
          const expected = known.at(-1)?.revision ?? 'no-stream';
          const outcome = await store.append({ stream, expected, events: [event] })();
          if (outcome._tag === 'Right') return event.eventId;
          expect(outcome.left.tag).toBe('RevisionConflict');
        }
      }),
    );
    const standing = (await done(store.read(stream))).map(({ eventId }) => eventId);
    expect(standing.slice(1).toSorted()).toEqual(ids.toSorted());
  });

  it('shows other programs JSON events with a correlation', async () => {
    const { store, others, newStream } = await shared();
    const stream = newStream();
    const metadata = '{"correlationId":"c-1","causationId":"c-2"}';
    await done(store.append({ stream, expected: 'no-stream', events: [sampleEvent({ metadata })] }));
    const seen: unknown[] = [];
    for await (const { event } of others.readStream(stream)) seen.push(event);
    expect(seen).toMatchObject([
      { isJson: true, data: { line: '112' }, metadata: { $correlationId: 'c-1', $causationId: 'c-2' } },
    ]);
    await expect(
      others.appendToStream(stream, [jsonEvent({ type: 'x', data: {} })], { expectedRevision: NO_STREAM }),
    ).rejects.toThrow();
  });
});

// In this file and last: a scavenge takes away what the tests above look for.
describeReal('a log on a real server that was scavenged', ofScavengedServer);
