import type { Progress, ReadModels } from '@burgernet/projections';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { concatMap, lastValueFrom } from 'rxjs';
import type { EventStore, StoreError } from '../event-store/port.js';
import { replayed } from '../event-store/reading.js';
import { isStoreError } from '../event-store/store-error.js';
import { Keeping } from './keeping.js';
import type { Place } from './kept-rows.js';
import { type Keeps, startOf } from './starting.js';

/** How read models are read. */
export interface ReadThrough extends Keeps {
  /** how many new events are worth being kept, 10,000 by default: fewer are read again in a moment */
  readonly worthKeeping?: number;
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
 * Reads a log into read models, from what was kept of it where that is of use, and keeps what is new
 * where that is worth it. What was kept by another release or other definitions is made anew from the
 * log and takes the place of the old when it has caught up; what was kept of another log is left alone.
 *
 * The answer is that of a whole replay, but where what was kept has counted more than the log still
 * holds: then it goes on from what was counted, with a note. That something cannot be kept is a note and
 * no error: read models can always be made anew.
 */
export const readThrough = (store: EventStore, options: ReadThrough): TE.TaskEither<StoreError, Reading> =>
  TE.tryCatch(
    async () => {
      const { registry, onProgress, worthKeeping = 10_000 } = options;
      const start = await startOf(store, options);
      const keeping = new Keeping(store, options, start);
      const isWorthIt = (atLeast: number): boolean =>
        keeping.news >= (keeping.isKept ? atLeast : Math.max(atLeast, worthKeeping));
      const keep = async (): Promise<void> => {
        await keeping.prepare();
        keeping.keepNow();
      };
      try {
        await lastValueFrom(
          keeping.feed(replayed(store, registry, { after: start.place })).pipe(
            concatMap(async ({ progress, release }) => {
              onProgress?.(progress);
              if (!keeping.waits && isWorthIt(keepEvery)) await keep();
              release();
            }),
          ),
        );
        if (keeping.waits || isWorthIt(1)) await keep();
        keeping.stop();
      } catch (thrown) {
        keeping.close();
        throw thrown;
      }
      return { models: start.models, place: keeping.place, close: () => keeping.close() };
    },
    (thrown) => {
      if (isStoreError(thrown)) return thrown;
      throw thrown;
    },
  );
