import { join } from 'node:path';
import {
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  memoryStore,
  openSqlite,
} from '@burgernet/adapters';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { replayed } from '../../contracts/event-store/subject.js';
import { done } from '../../support/outcome.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { outcomeOf, StoreModel } from './store-model.js';

const stream = fc.constantFrom('burgernet.action-a', 'burgernet.action-b', 'burgernet.action-B');
/** Few ids, so that they come again: as repeats, in part, out of place. */
const event: fc.Arbitrary<EventToAppend> = fc.record({
  eventId: fc.constantFrom('p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z'),
  type: fc.constantFrom('One', 'Two'),
  schemaVersion: fc.nat({ max: 3 }),
  recordedAt: fc.constant('2021-05-14T18:03:00.000Z'),
  data: fc.string({ unit: 'grapheme' }),
  metadata: fc.constant('{}'),
});
const expected = fc.oneof(
  { weight: 3, arbitrary: fc.constant<'right'>('right') },
  { weight: 1, arbitrary: fc.constant<'no-stream'>('no-stream') },
  { weight: 2, arbitrary: fc.nat({ max: 6 }) },
);
const batch = fc.record({ stream, expected, first: event, rest: fc.array(event, { maxLength: 2 }) });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ batches: fc.array(batch, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ stream, from: fc.nat({ max: 6 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      after: fc.nat({ max: 20 }),
      upTo: fc.nat({ max: 25 }),
      pageSize: fc.integer({ min: 1, max: 9 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Takes one step on the model and on a store and compares what both say. */
const compare = async (given: Step, model: StoreModel, store: EventStore): Promise<void> => {
  if ('batches' in given) {
    const appends = given.batches.map(({ stream: name, expected: wanted, first, rest }) => {
      const actual: ExpectedRevision = model.stream(name).at(-1)?.revision ?? 'no-stream';
      const events: [EventToAppend, ...EventToAppend[]] = [first, ...rest];
      return { stream: name, expected: wanted === 'right' ? actual : wanted, events };
    });
    const outcomes = await done(store.appendAll(appends));
    expect(outcomes.map(outcomeOf)).toEqual(model.appendAll(appends));
  } else if ('stream' in given) {
    const known = model.stream(given.stream);
    expect(await done(store.read(given.stream, given.from))).toEqual(known.slice(given.from));
  } else {
    const pages = await replayed(store, given);
    expect(pages.flat()).toEqual(model.log.slice(given.after, Math.max(given.after, given.upTo)));
    expect(pages.every((page) => page.length > 0 && page.length <= given.pageSize)).toBe(true);
  }
  expect(await done(store.lastPosition)).toBe(model.log.length);
};

const openers = {
  memory: async () => memoryStore(),
  SQLite: async (folder: string, run: number) =>
    done(openSqlite(join(folder, `${run}.db`), { mode: 'write' })),
};

it.each(['memory', 'SQLite'] as const)(
  'any course of appends, repeats, conflicts and reads on the %s store goes as the port says',
  async (kind) => {
    const folder = await temporaryFolder();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const model = new StoreModel();
        const store = await openers[kind](folder, run++);
        for (const each of steps) await compare(each, model, store);
        expect((await replayed(store)).flat()).toEqual(model.log);
        await store.close();
      }),
      { numRuns: 150 },
    );
  },
);
