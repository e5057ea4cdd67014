import { randomUUID } from 'node:crypto';
import type { Append, EventStore, Followed, Page, Range } from '@burgernet/adapters';
import { streamOf } from '@burgernet/domain';
import type { Checkpoint } from '@burgernet/projections';
import { onTestFinished } from 'vitest';
import { done } from '../../support/outcome.js';
import { sampleEvents } from '../../support/sample-event.js';

/**
 * Opens an empty store for streams of this prefix; the suite closes it. Where many tests share one
 * server the prefix, new for each test, keeps them apart.
 */
export type OpenStore = (prefix: string) => Promise<EventStore>;

/** A store under test, with streams and batches of its own prefix. */
export interface Subject {
  readonly store: EventStore;
  /** a stream that does not exist yet */
  readonly newStream: () => string;
  /** a batch of so many events that makes a stream of its own */
  readonly newBatch: (count: number) => Append;
}

/** An empty store that is closed when the test is over. */
export const emptyStore = async (open: OpenStore): Promise<Subject> => {
  const prefix = `test-${randomUUID()}`;
  const store = await open(prefix);
  onTestFinished(() => store.close());
  const newStream = (): string => streamOf('action', randomUUID(), prefix);
  return {
    store,
    newStream,
    newBatch: (count) => ({ stream: newStream(), expected: 'no-stream', events: sampleEvents(count) }),
  };
};

/** A store with a log of so many events, in streams of at most five. */
export const storeOf = async (open: OpenStore, count: number): Promise<Subject> => {
  const subject = await emptyStore(open);
  const appends: Append[] = [];
  for (let left = count; left > 0; left -= 5) appends.push(subject.newBatch(Math.min(5, left)));
  await done(subject.store.appendAll(appends));
  return subject;
};

/** The whole of a replay, page by page. */
export const replayed = (store: EventStore, range?: Range): Promise<Page[]> =>
  new Promise((resolve, reject) => {
    const pages: Page[] = [];
    store.replay(range).subscribe({
      next: ({ events, handled }) => {
        pages.push(events);
        handled();
      },
      error: reject,
      complete: () => resolve(pages),
    });
  });

export const positionsOf = (page: Page): ReadonlyArray<number> => page.map(({ position }) => position);

/** From one number to another, both included. */
export const numbers = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

/** Follows until the test is over; what came so far is in `told`. */
export const following = (
  store: EventStore,
  after: number | Checkpoint,
  handle: (told: Followed) => void = () => {},
) => {
  const told: Followed[] = [];
  const errors: unknown[] = [];
  const subscription = store.follow(after).subscribe({
    next: (each) => {
      told.push(each);
      handle(each);
      if (each.tag === 'Page') each.handled();
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
