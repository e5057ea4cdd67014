import { join } from 'node:path';
import { dueAt, type EventStore, endDue, load, memoryStore, openSqlite } from '@burgernet/adapters';
import {
  fromEpoch,
  type Instant,
  Instant as InstantCodec,
  type StoredEvent,
  toEpoch,
} from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import { board, ReadModels } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { action, moment } from '../../domain/an-action.js';
import { done } from '../../support/outcome.js';
import { answers, expectSame, readAll } from '../../support/read.js';
import { runs } from '../../support/runs.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { ask, depsOn, registry, run, standing, starting } from './on-the-action.js';

const fill = async (store: EventStore, events: ReadonlyArray<StoredEvent>): Promise<void> => {
  for (const { stream, revision, position: _, ...event } of events)
    await done(
      store.append({ stream, expected: revision === 0 ? 'no-stream' : revision - 1, events: [event] }),
    );
};

const openIn = async (store: EventStore) => board(await done(load(store, registry, new ReadModels())));

const pass = async (store: EventStore, now: Instant) =>
  endDue(depsOn(store))(dueAt(await openIn(store), now), now)();

const allOf = async (store: EventStore): Promise<ReadonlyArray<StoredEvent>> => {
  const events: StoredEvent[] = [];
  await store.replay().forEach((page) => {
    events.push(...page.events);
    page.handled();
  });
  return events;
};

/** A moment behind all that was recorded, so that nothing is recorded backwards. */
const after = (events: ReadonlyArray<StoredEvent>, more: number): Instant =>
  fromEpoch(
    Math.max(0, ...events.map(({ recordedAt }) => (InstantCodec.is(recordedAt) ? toEpoch(recordedAt) : 0))) +
      more,
  );

describe('an action whose run time is over', () => {
  it('ends at the end of its run time, recorded now, by the system, and once', async () => {
    const deps = depsOn(memoryStore());
    await run(deps, starting());
    expect(await pass(deps.store, moment('19:02'))).toEqual({ events: [], failed: [] });
    const { events } = await pass(deps.store, moment('19:10'));
    expect(events).toHaveLength(1);
    expect(await pass(deps.store, moment('19:20'))).toEqual({ events: [], failed: [] });
    const [, ended] = await standing(deps);
    expect(ended).toMatchObject({ type: 'ActionEnded', recordedAt: moment('19:10') });
    expect(JSON.parse(ended?.data ?? '')).toMatchObject({ endedAt: moment('19:03') });
    expect(JSON.parse(ended?.metadata ?? '')).toMatchObject({ role: 'system' });
  });

  it('goes on where it was extended since somebody looked, and is left where it was ended or withdrawn', async () => {
    const extended = depsOn(memoryStore());
    await run(extended, starting());
    const due = dueAt(await openIn(extended.store), moment('19:10'));
    await run(
      extended,
      ask('dispatcher', '18:50', 'ExtendRunTime', {
        runsUntil: moment('20:03'),
        reason: { code: 'still-searching' },
      }),
    );
    expect(await endDue(extended)(due, moment('19:10'))()).toEqual({ events: [], failed: [] });
    expect(await standing(extended)).toHaveLength(2);
    const withdrawn = depsOn(memoryStore());
    await run(
      withdrawn,
      starting(),
      ask('dispatcher', '18:20', 'WithdrawAction', { reason: { code: 'hoax' } }),
    );
    expect(await endDue(withdrawn)(due, moment('19:10'))()).toEqual({ events: [], failed: [] });
    expect(due.map(({ actionId }) => actionId)).toEqual([action]);
  });

  it('ends once however many processes look at once, also in one file', async () => {
    const file = join(await temporaryFolder(), 'store.db');
    const open = () => done(openSqlite(file, { mode: 'write' }));
    const stores = await Promise.all([open(), open(), open(), open()]);
    const [first] = stores;
    if (first === undefined) throw new Error('There is a store.');
    await run(depsOn(first), starting());
    const passes = await Promise.all(stores.map((store) => pass(store, moment('19:10'))));
    expect(passes.flatMap(({ events }) => events)).toHaveLength(1);
    expect(passes.flatMap(({ failed }) => failed)).toEqual([]);
    expect(await standing(depsOn(first))).toHaveLength(2);
    for (const store of stores) await store.close();
  });

  it('ends in any history as if its end had been recorded, and a second look changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(histories({ size: 30 }), fc.nat(10_000_000_000), async ({ stored }, more) => {
        const store = memoryStore();
        await fill(store, stored);
        const now = after(stored, more);
        const due = dueAt(await openIn(store), now);
        const { events, failed } = await pass(store, now);
        expect(failed).toEqual([]);
        expect(events.map(({ stream }) => stream).sort()).toEqual(
          due.map(({ actionId }) => `burgernet.action-${actionId}`).sort(),
        );
        expect(dueAt(await openIn(store), now)).toEqual([]);
        expect((await pass(store, now)).events).toEqual([]);
        const all = await allOf(store);
        expect(all.slice(0, stored.length)).toEqual(stored);
        // What was known before the ends were recorded stays as it was.
        const before = { logged: stored.length } as const;
        expectSame(answers(readAll(all), before), answers(readAll(stored), 'latest', readAll(all)));
      }),
      { numRuns: Math.ceil(runs / 20) },
    );
  });
});
