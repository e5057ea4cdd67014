import type { Progress, ReadModels } from '@burgernet/projections';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { concatMap, lastValueFrom, takeWhile } from 'rxjs';
import type { EventStore, StoreError } from '../event-store/port.js';
import { replayed } from '../event-store/reading.js';
import { isStoreError } from '../event-store/store-error.js';
import { type Fed, Keeping } from './keeping.js';
import type { Place } from './kept-rows.js';
import { type Keeps, startOf } from './starting.js';

/** How read models are read. */
export interface ReadThrough extends Keeps {
  /** how many new events are worth being kept, 10,000 by default: fewer are read again in a moment */
  readonly worthKeeping?: number;
  /** how many new events of a long log are read before they are kept, 100,000 by default */
  readonly keepEvery?: number;
  /** hears of every page that was handled */
  readonly onProgress?: (progress: Progress) => void;
}

/** Read models that may still stand in a file: what they need of it they read when they need it. */
export interface Reading {
  readonly models: ReadModels;
  /** up to which they have handled the log */
  readonly place: Place;
  /** lets go of the file; the models answer no more after that */
  readonly close: () => void;
}

/** After how many events of a long log what is new is kept: else memory would hold it all. */
export const keepEvery = 100_000;

/**
 * Reads on from what was kept.
 *
 * @param reached up to which a leg before this one was kept, 0 where there was none; where it is not gone on
 *   from there, as the file cannot be used after all, this leg goes to the end
 * @returns the models at the end of the log, or the position up to which they were kept and let go of
 */
const readLeg = async (
  store: EventStore,
  options: ReadThrough,
  reached: number,
): Promise<Reading | number> => {
  const { registry, onProgress, keepEvery: every = keepEvery } = options;
  const worthKeeping = reached > 0 ? 1 : (options.worthKeeping ?? 10_000);
  // What a leg before this one has kept is not to be replaced again.
  const start = await startOf(store, reached > 0 ? { ...options, rebuild: false } : options);
  const keeping = new Keeping(store, options, start);
  const mayStop = start.use === 'goes on' && start.place.position >= reached;
  let isStopped = false;
  const keep = async (): Promise<void> => {
    await keeping.prepare();
    keeping.keepNow();
  };
  const handled = async ({ progress, release }: Fed): Promise<void> => {
    onProgress?.(progress);
    if (!keeping.waits && keeping.news >= Math.max(every, worthKeeping)) await keep();
    isStopped = mayStop && keeping.isKept && progress.tag === 'Handled';
    release();
  };
  try {
    await lastValueFrom(
      keeping.feed(replayed(store, registry, { after: start.place })).pipe(
        concatMap(handled),
        takeWhile(() => !isStopped),
      ),
      { defaultValue: undefined },
    );
    if (!isStopped && (keeping.waits || keeping.news >= worthKeeping)) await keep();
    keeping.stop();
  } catch (thrown) {
    keeping.close();
    throw thrown;
  }
  if (!isStopped) return { models: start.models, place: keeping.place, close: () => keeping.close() };
  keeping.close();
  return keeping.place.position;
};

/**
 * Reads a log into read models, from what was kept of it where that is of use, and keeps what is new
 * where that is worth it. What was kept by another release or other definitions is made anew from the
 * log and takes the place of the old when it has caught up; what was kept of another log is left alone.
 *
 * A long log is read in legs: what a leg has read is kept, and the next one begins with what it needs of the
 * file. So memory holds the streams of one leg and not of all.
 *
 * The answer is that of a whole replay, but where what was kept has counted more than the log still
 * holds: then it goes on from what was counted, with a note. That something cannot be kept is a note and
 * no error: read models can always be made anew.
 */
export const readThrough = (store: EventStore, options: ReadThrough): TE.TaskEither<StoreError, Reading> =>
  TE.tryCatch(
    async () => {
      for (let reached = 0; ; ) {
        const leg = await readLeg(store, options, reached);
        if (typeof leg !== 'number') return leg;
        reached = leg;
      }
    },
    (thrown) => {
      if (isStoreError(thrown)) return thrown;
      throw thrown;
    },
  );
