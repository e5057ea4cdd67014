import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSqlite } from '@burgernet/adapters';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { following, numbers, positionsOf, replayed } from '../../contracts/event-store/subject.js';
import { done, refused } from '../../support/outcome.js';
import { runProgram } from '../../support/run-program.js';
import { sampleEvents } from '../../support/sample-event.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const appendBatches = fileURLToPath(new URL('append-batches.mjs', import.meta.url));
const followEvents = fileURLToPath(new URL('follow-events.mjs', import.meta.url));
const listEvents = fileURLToPath(new URL('list-events.mjs', import.meta.url));
const newFile = async (): Promise<string> => join(await temporaryFolder(), 'burgernet.db');
const open = async (file: string) => {
  const store = await done(openSqlite(file, { mode: 'write' }));
  onTestFinished(() => store.close());
  return store;
};
const patience = { timeout: 30_000, interval: 2 };

describe('one file in several hands', () => {
  it('shows each connection at once what another one appended, and its conflicts', async () => {
    const file = await newFile();
    const [one, other] = [await open(file), await open(file)];
    const stream = 'burgernet.action-x';
    await done(one.append({ stream, expected: 'no-stream', events: sampleEvents(2) }));
    expect(await done(other.read(stream))).toHaveLength(2);
    expect(
      await refused(other.append({ stream, expected: 'no-stream', events: sampleEvents(1) })),
    ).toMatchObject({ tag: 'RevisionConflict', actual: 1 });
    await done(other.append({ stream, expected: 1, events: sampleEvents(1) }));
    expect((await replayed(one)).flatMap(positionsOf)).toEqual([1, 2, 3]);
  });

  it('tells a follower of one connection what another one appended', async () => {
    const file = await newFile();
    const [one, other] = [await open(file), await open(file)];
    const follower = following(one, 0);
    await vi.waitFor(() => expect(follower.told).toEqual([{ tag: 'CaughtUp', position: 0 }]), patience);
    await done(
      other.append({ stream: 'burgernet.action-x', expected: 'no-stream', events: sampleEvents(2) }),
    );
    await vi.waitFor(() => expect(follower.told.at(-1)).toEqual({ tag: 'CaughtUp', position: 2 }), patience);
    expect(follower.positions()).toEqual([1, 2]);
  });

  it('holds every event that any of several processes was told is stored, once, without gaps', async () => {
    const file = await newFile();
    const shared = ['burgernet.action-a', 'burgernet.action-b'];
    // The file is not there yet: they also race to make it.
    const ran = await Promise.all(
      ['c', 'd', 'e', 'f'].map((own) =>
        runProgram(appendBatches, [file, ...shared, `burgernet.action-${own}`]),
      ),
    );
    const acknowledged = ran.flatMap(({ lines }) => lines);
    const store = await open(file);
    const events = (await replayed(store, { pageSize: 100 })).flat();
    expect(positionsOf(events)).toEqual(numbers(1, acknowledged.length));
    expect(events.map(({ eventId }) => eventId).toSorted()).toEqual(acknowledged.toSorted());
    for (const stream of new Set(events.map((event) => event.stream))) {
      const revisions = events.filter((event) => event.stream === stream).map(({ revision }) => revision);
      expect(revisions).toEqual(numbers(0, revisions.length - 1));
    }
  });

  it('brings a follower everything that other processes append meanwhile, in order', async () => {
    const file = await newFile();
    const follower = following(await open(file), 0);
    await Promise.all(['a', 'b'].map((own) => runProgram(appendBatches, [file, `burgernet.action-${own}`])));
    await vi.waitFor(
      () => expect(follower.told.at(-1)).toEqual({ tag: 'CaughtUp', position: 240 }),
      patience,
    );
    expect(follower.positions()).toEqual(numbers(1, 240));
  });

  it('keeps what it acknowledged when the file was opened here once more and then another process ended', async () => {
    const file = await newFile();
    const store = await open(file);
    const append = (stream: string) => {
      const events = sampleEvents(1);
      return done(store.append({ stream, expected: 'no-stream', events })).then(() => events[0].eventId);
    };
    const first = await append('burgernet.action-a');
    const again = await done(openSqlite(file, { mode: 'read' }));
    await again.close();
    const { lines: others } = await runProgram(appendBatches, [file, 'burgernet.action-b']);
    const last = await append('burgernet.action-c');
    expect((await runProgram(listEvents, [file])).lines).toEqual([first, ...others, last]);
  });

  it('keeps a process that follows alive, and lets it end when it follows no more', async () => {
    const file = await newFile();
    const store = await open(file);
    const ran = runProgram(followEvents, [file, '6']);
    for (let batch = 0; batch < 3; batch++) {
      await done(
        store.append({
          stream: `burgernet.action-${batch}`,
          expected: 'no-stream',
          events: sampleEvents(2),
        }),
      );
      await setTimeout(50);
    }
    expect((await ran).lines).toEqual(['1', '2', '3', '4', '5', '6']);
  });
});
