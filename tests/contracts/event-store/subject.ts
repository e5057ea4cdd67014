import { randomUUID } from 'node:crypto';
import type { Append, EventStore, Followed, Page, Range } from '@burgernet/adapters';
import { streamOf } from '@burgernet/domain';
import { onTestFinished } from 'vitest';
import { done } from '../../support/outcome.js';
import { sampleEvents } from '../../support/sample-event.js';

/** Opens an empty store; the suite closes it. */
export type OpenStore = () => Promise<EventStore>;

/** An empty store that is closed when the test is over. */
export const emptyStore = async (open: OpenStore): Promise<EventStore> => {
  const store = await open();
  onTestFinished(() => store.close());
  return store;
};

/** A stream that does not exist yet. */
export const newStream = (): string => streamOf('action', randomUUID());

/** A batch of so many events that makes a stream of its own. */
export const newBatch = (count: number): Append => ({
  stream: newStream(),
  expected: 'no-stream',
  events: sampleEvents(count),
});

/** A store with a log of so many events, in streams of at most five. */
export const storeOf = async (open: OpenStore, count: number): Promise<EventStore> => {
  const store = await emptyStore(open);
  const appends: Append[] = [];
  for (let left = count; left > 0; left -= 5) appends.push(newBatch(Math.min(5, left)));
  await done(store.appendAll(appends));
  return store;
};

/** The whole of a replay, page by page. */
export const replayed = (store: EventStore, range?: Range): Promise<Page[]> =>
  new Promise((resolve, reject) => {
    const pages: Page[] = [];
    store.replay(range).subscribe({
      next: (page) => pages.push(page),
      error: reject,
      complete: () => resolve(pages),
    });
  });

export const positionsOf = (page: Page): ReadonlyArray<number> => page.map(({ position }) => position);

/** From one number to another, both included. */
export const numbers = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

/** Follows until the test is over; what came so far is in `told`. */
export const following = (store: EventStore, after: number, handle: (told: Followed) => void = () => {}) => {
  const told: Followed[] = [];
  const errors: unknown[] = [];
  const subscription = store.follow(after).subscribe({
    next: (each) => {
      told.push(each);
      handle(each);
    },
    error: (error) => errors.push(error),
  });
  onTestFinished(() => subscription.unsubscribe());
  return {
    told,
    errors,
    stop: () => subscription.unsubscribe(),
    positions: () => told.flatMap((each) => (each.tag === 'Page' ? positionsOf(each.events) : [])),
  };
};
