import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, memoryStore, readThrough } from '@burgernet/adapters';
import { domainRegistry, type Sentence } from '@burgernet/domain';
import type { ReadModels } from '@burgernet/projections';
import { describe, expect, it, onTestFinished } from 'vitest';
import { appendLog } from '../../support/append-log.js';
import { madeUp } from '../../support/made-up.js';
import { done } from '../../support/outcome.js';
import { answers, expectSame, readAll } from '../../support/read.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { liveReader } from './live-reader.js';

const events = madeUp({ seed: 12, events: 1_200 });

/** A store with the first so many of the events, and a file to keep read models of it in. */
const storeWith = async (count: number, of = events) => {
  const file = join(await temporaryFolder(), 'kept.models.db');
  const store = memoryStore();
  onTestFinished(() => store.close());
  await appendLog(store, of.slice(0, count));
  return { store, file };
};

/** Reads and keeps, as a command in another process does. */
const readOnce = async (store: EventStore, file: string, rebuild: boolean): Promise<void> => {
  const { close } = await done(
    readThrough(store, { registry: domainRegistry(), file, worthKeeping: 1, rebuild }),
  );
  close();
};

const expectRight = (models: ReadModels, count: number): void =>
  expectSame(answers(models, 'latest'), answers(readAll(events.slice(0, count)), 'latest'));

/** Keeps only after so many events, and when it ends. */
const seldom = { keepEvery: 400, keepWithin: 3_600_000 };

describe('kept read models', () => {
  it.each([
    ['has kept more meanwhile', false],
    ['has made them anew meanwhile', true],
  ])('are kept on by a live reader where another process %s', async (_, rebuild) => {
    const { store, file } = await storeWith(300);
    const live = liveReader(store, file, seldom);
    await live.keptUpTo(300);
    await appendLog(store, events.slice(300, 500));
    await live.caughtUp(500);
    await readOnce(store, file, rebuild);
    await appendLog(store, events.slice(500, 800));
    expectRight(await live.caughtUp(800), 800);
    live.stop();
    expect(live.notes).toEqual([]);

    const next = liveReader(store, file);
    const models = await next.caughtUp(800);
    expect(next.firstTold()).toBeUndefined();
    expectRight(models, 800);
  });

  it('stay with another process that keeps those of another log there, and the live reader says so', async () => {
    const { store, file } = await storeWith(300);
    const live = liveReader(store, file, seldom);
    await live.keptUpTo(300);
    const other = await storeWith(40, madeUp({ seed: 13, events: 40 }));
    await readOnce(other.store, file, true);
    await appendLog(store, events.slice(300));
    expectRight(await live.caughtUp(events.length), events.length);
    live.stop();
    expect(live.notes.map(({ en }) => en).join()).toContain('Another process has kept this store otherwise');
    const notes: Sentence[] = [];
    const { close } = await done(
      readThrough(other.store, { registry: domainRegistry(), file, onNote: (note) => notes.push(note) }),
    );
    close();
    expect(notes).toEqual([]);
  });

  it('that a live reader goes on from and keeps for long leave no log beside the file that grows', async () => {
    const { store, file } = await storeWith(400);
    await readOnce(store, file, false);
    const live = liveReader(store, file);
    const sizes: number[] = [];
    for (let count = 420; count <= events.length; count += 20) {
      await appendLog(store, events.slice(count - 20, count));
      await live.keptUpTo(count);
      sizes.push(statSync(`${file}-wal`).size);
    }
    expectRight(await live.caughtUp(events.length), events.length);
    // What is kept at a time takes more or less, but it does not add up.
    expect(sizes[0]).toBeGreaterThan(0);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(3 * (sizes[0] ?? 0));
  });
});
