import { setTimeout } from 'node:timers/promises';
import type { Sentence } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { fromEvent, lastValueFrom, of, takeUntil } from 'rxjs';
import type { EventStore, StoreError } from '../event-store/port.js';
import { isStoreError } from '../event-store/store-error.js';
import { type FollowedThrough, followThrough } from '../kept-models/follow-through.js';
import { type ReadThrough, readThrough } from '../kept-models/read-through.js';
import type { Keeps } from '../kept-models/starting.js';
import type { Names } from './names.js';
import type { TableStore } from './port.js';
import { type TablesRefused, TablesWriter, type TablesWritten } from './write-tables.js';

/** Why tables could not be written. */
export type ProjectFailure = StoreError | TablesRefused;

/** Into which tables a log is projected. */
export interface Into {
  readonly tables: TableStore;
  readonly names: Names;
}

/** Writes what a log comes to at the moment into tables. `rebuild` reads and replaces everything. */
export const projectOnce = (
  store: EventStore,
  options: Into & ReadThrough,
): TE.TaskEither<ProjectFailure, TablesWritten> =>
  pipe(
    readThrough(store, options),
    TE.chainW(
      ({ models, place, close }) =>
        () =>
          new TablesWriter({ store, ...options }).write(models, place)().finally(close),
    ),
  );

/** How a log is followed into tables. */
export interface FollowIntoTables extends Into, Keeps {
  /** ends it, when what is being written was written */
  readonly signal: AbortSignal;
  /** hears how far it is before it has caught up for the first time: nothing is written until then */
  readonly onProgress?: (position: number) => void;
  /** hears what was written, before more is read */
  readonly onWritten?: (written: TablesWritten) => Promise<void>;
  /** hears, once each time, that the tables cannot be reached any more; it is tried again until they are */
  readonly onTrouble?: (trouble: Sentence) => void;
}

/** The pauses between attempts to reach tables again, in milliseconds; the last is kept to. */
const pauses = [500, 1_000, 2_000, 5_000, 10_000];

/** Follows a log into tables, one state after the other. */
class Following {
  readonly #options: FollowIntoTables;
  readonly #writer: TablesWriter;
  #shown: number | undefined;
  #isBusy: Promise<void> = Promise.resolve();

  constructor(store: EventStore, options: FollowIntoTables) {
    this.#options = options;
    this.#writer = new TablesWriter({ store, ...options });
  }

  /** What is being written now, to its end, well or not. */
  get rest(): Promise<void> {
    return this.#isBusy.catch(() => undefined);
  }

  /** Handles what the reader of the log is told. Where it throws, that is a {@link ProjectFailure} or a bug. */
  readonly pace = (told: FollowedThrough): Promise<void> => {
    const { position } = told.checkpoint;
    if (this.#shown === undefined && told.tag === 'Handled') this.#options.onProgress?.(position);
    else if (position !== this.#shown) this.#isBusy = this.#write(told);
    return this.#isBusy;
  };

  async #write({ models, checkpoint }: FollowedThrough): Promise<void> {
    const write = this.#writer.write(models, checkpoint);
    for (let attempt = 0; ; attempt++) {
      const done = await write();
      if (E.isRight(done)) {
        this.#shown = checkpoint.position;
        return this.#options.onWritten?.(done.right);
      }
      // At first somebody is there to hear it; later on, what is lost for a while comes back.
      if (this.#shown === undefined || done.left.tag !== 'StoreUnavailable') throw done.left;
      if (attempt === 0) this.#options.onTrouble?.(done.left.text);
      if (!(await this.#pause(attempt))) return;
    }
  }

  /** @returns false where it is to end */
  async #pause(attempt: number): Promise<boolean> {
    const { signal } = this.#options;
    const pause = pauses[Math.min(attempt, pauses.length - 1)];
    await setTimeout(pause, undefined, { signal }).catch(() => undefined);
    return !signal.aborted;
  }
}

const isRefused = (thrown: unknown): thrown is TablesRefused =>
  typeof thrown === 'object' &&
  thrown !== null &&
  'tag' in thrown &&
  typeof thrown.tag === 'string' &&
  thrown.tag.startsWith('Tables');

/**
 * Follows a log into tables until it is told to end. They are written when it has caught up and then with
 * everything that comes; what comes while they are written is written together.
 */
export const followIntoTables = (
  store: EventStore,
  options: FollowIntoTables,
): TE.TaskEither<ProjectFailure, void> =>
  TE.tryCatch(
    async () => {
      const { signal } = options;
      const following = new Following(store, options);
      const told = followThrough(store, { ...options, pace: following.pace });
      const ended = signal.aborted ? of(undefined) : fromEvent(signal, 'abort');
      try {
        await lastValueFrom(told.pipe(takeUntil(ended)), { defaultValue: undefined });
      } finally {
        await following.rest;
      }
    },
    (thrown) => {
      if (isStoreError(thrown) || isRefused(thrown)) return thrown;
      throw thrown;
    },
  );
