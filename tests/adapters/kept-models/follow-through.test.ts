import { join } from 'node:path';
import { followThrough, memoryStore, openSqlite } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { appendLog } from '../../support/append-log.js';
import { madeUp } from '../../support/made-up.js';
import { done } from '../../support/outcome.js';
import { answers, expectSame, readAll } from '../../support/read.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { liveReader, patience } from './live-reader.js';

const registry = domainRegistry();

describe('read models that follow a log', () => {
  it('come to what one that never stopped comes to, wherever they were stopped and begun again', async () => {
    const folder = await temporaryFolder();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        histories({ size: 30 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        async ({ stored }, cuts) => {
          const file = join(folder, `${run++}.models.db`);
          const store = memoryStore();
          const places = [...cuts.map((cut) => cut % (stored.length + 1)), stored.length].sort(
            (a, b) => a - b,
          );
          let from = 0;
          for (const to of places) {
            const following = liveReader(store, file);
            await appendLog(store, stored.slice(from, to));
            const models = await following.caughtUp(to);
            expectSame(answers(models, 'latest'), answers(readAll(stored.slice(0, to)), 'latest'));
            following.stop();
            from = to;
          }
          await store.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('go on from what was kept, and are told only of what came since', async () => {
    const folder = await temporaryFolder();
    const store = await done(openSqlite(join(folder, 'store.db'), { mode: 'write' }));
    onTestFinished(() => store.close());
    const file = join(folder, 'store.models.db');
    const events = madeUp({ seed: 5, events: 60 });
    await appendLog(store, events.slice(0, 50));
    const first = liveReader(store, file);
    await first.caughtUp(50);
    await first.keptUpTo(50);
    first.stop();
    await appendLog(store, events.slice(50));
    const second = liveReader(store, file);
    await second.caughtUp(events.length);
    expect(second.firstTold()).toBe(51);
  });

  it('tell of events only when the models have handled them', async () => {
    const folder = await temporaryFolder();
    const store = memoryStore();
    const events = madeUp({ seed: 6, events: 40 });
    const seen: boolean[] = [];
    const subscription = followThrough(store, {
      registry,
      file: join(folder, 'store.models.db'),
    }).subscribe((each) => {
      if (each.tag === 'Handled')
        seen.push(each.models.position === each.positions.to && each.rows.to === each.models.events.length);
    });
    onTestFinished(() => subscription.unsubscribe());
    await appendLog(store, events);
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0), patience);
    expect(seen.every((one) => one)).toBe(true);
  });

  it('are kept with what their reader was told and is done with, and not with what it is still busy with', async () => {
    const file = join(await temporaryFolder(), 'store.models.db');
    const store = memoryStore();
    onTestFinished(() => store.close());
    const events = madeUp({ seed: 8, events: 30 });
    await appendLog(store, events.slice(0, 20));
    let isStuck = false;
    const slow = liveReader(store, file, {
      pace: (told) => (told.tag === 'Handled' && isStuck ? new Promise(() => {}) : Promise.resolve()),
    });
    await slow.caughtUp(20);
    // Otherwise the next events may come while it makes ready to keep these.
    await slow.keptUpTo(20);
    isStuck = true;
    await appendLog(store, events.slice(20));
    await vi.waitFor(() => expect(slow.told.at(-1)?.tag).toBe('Handled'), patience);
    // Long enough for what came live to be kept, were it not for the reader.
    await new Promise((resolve) => setTimeout(resolve, 100));
    slow.stop();
    const again = liveReader(store, file);
    await again.caughtUp(events.length);
    expect(again.firstTold()).toBe(21);
  });

  it('take in nothing more while their reader is busy with word that it has caught up', async () => {
    const store = memoryStore();
    onTestFinished(() => store.close());
    const events = madeUp({ seed: 9, events: 30 });
    await appendLog(store, events.slice(0, 20));
    let letGo = (): void => {};
    const slow = liveReader(store, join(await temporaryFolder(), 'store.models.db'), {
      pace: ({ tag }) =>
        tag === 'CaughtUp' ? new Promise((resolve) => (letGo = resolve)) : Promise.resolve(),
    });
    const models = await slow.caughtUp(20);
    await appendLog(store, events.slice(20));
    // Long enough for the next page to come, were it not for the reader.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([models.position, slow.told.at(-1)?.tag]).toEqual([20, 'CaughtUp']);
    letGo();
    await slow.caughtUp(events.length);
  });
});
