import { both, type DomainEvent, type Registry, type Sentence } from '@burgernet/domain';
import { type Checkpoint, type Feed, type Progress, project, ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { firstValueFrom, lastValueFrom, tap, toArray } from 'rxjs';
import type { EventStore, StoreError } from '../event-store/port.js';
import { replayed } from '../event-store/reading.js';
import { isStoreError } from '../event-store/store-error.js';
import { type KeptFile, openKeptFile, type Place } from './kept-file.js';
import type { Kept } from './kept-rows.js';
import { madeBy } from './made-by.js';

/** How read models are read. */
export interface ReadThrough {
  readonly registry: Registry<DomainEvent>;
  /** of our streams, see `defaultPrefix` */
  readonly prefix?: string;
  /** where they are kept between runs; absent: nowhere */
  readonly file?: string;
  /** how many new events are worth being kept, 10,000 by default: fewer are read again in a moment */
  readonly worthKeeping?: number;
  /** hears of every page that was handled */
  readonly onProgress?: (progress: Progress) => void;
  /** hears why what was kept could not be used; the answer is right all the same, only later */
  readonly onNote?: (note: Sentence) => void;
}

/** Read models that may still stand in a file: what they need of it they read when they need it. */
export interface Reading {
  readonly models: ReadModels;
  /** lets go of the file; the models answer no more after that */
  readonly close: () => void;
}

interface Start {
  readonly models: ReadModels;
  readonly after: Checkpoint;
  readonly kept: Kept | undefined;
  /** whether what was kept is of no use and is to be replaced */
  readonly isAnew: boolean;
}

/** After how many events of a long log what is new is kept. */
const keepEvery = 100_000;

const beginning: Checkpoint = { position: 0, token: '' };

const lastEventOf = (feed: Feed): string | undefined => {
  const last = feed.tag === 'Deliveries' ? feed.deliveries.at(-1) : undefined;
  if (last === undefined) return undefined;
  return last._tag === 'Left' ? last.left.stored.eventId : last.right.eventId;
};

/** Whether the log still has the event up to which something was kept, at its place. */
const isOfThisLog = async (store: EventStore, { position, lastEvent }: Kept): Promise<boolean> => {
  if (position === 0) return true;
  const pages = await firstValueFrom(
    store.replay({ after: position - 1, upTo: position }).pipe(
      tap(({ handled }) => handled()),
      toArray(),
    ),
  );
  return pages[0]?.events[0]?.eventId === lastEvent;
};

const scratch = (prefix: string | undefined, kept: Kept | undefined, isAnew: boolean): Start => ({
  models: new ReadModels(prefix),
  after: beginning,
  kept,
  isAnew,
});

/** Where reading starts: at what was kept, or at the beginning where that is of no use. */
const startOf = async (
  store: EventStore,
  { prefix, onNote }: ReadThrough,
  file: KeptFile | undefined,
): Promise<Start> => {
  const found = file?.kept();
  if (file === undefined || found === undefined) return scratch(prefix, undefined, false);
  if (E.isLeft(found)) {
    onNote?.(found.left.text);
    return scratch(prefix, undefined, false);
  }
  const kept = found.right;
  if (kept === undefined) return scratch(prefix, undefined, false);
  if (kept.madeBy !== madeBy) return scratch(prefix, kept, true);
  if (await isOfThisLog(store, kept))
    return { models: new ReadModels(prefix, file.shelf(kept)), after: kept, kept, isAnew: false };
  onNote?.(
    both(
      `What was kept of this store was read up to position ${kept.position} of another log; everything was read again, and what was kept is left alone.`,
      `Wat van deze opslag bewaard was, is gelezen tot positie ${kept.position} van een ander log; alles is opnieuw gelezen, en wat bewaard was, blijft zoals het is.`,
    ),
  );
  return scratch(prefix, kept, false);
};

const open = async ({ file, onNote }: ReadThrough, mode: 'read' | 'write'): Promise<KeptFile | undefined> => {
  if (file === undefined) return undefined;
  const opened = await openKeptFile(file, mode)();
  if (E.isRight(opened)) return opened.right;
  if (opened.left.tag !== 'StoreAbsent') onNote?.(opened.left.text);
  return undefined;
};

/** Keeps models from time to time; where that fails or another process was first, it stops with a note. */
const keeping = (
  { onNote }: ReadThrough,
  { models, kept, isAnew }: Start,
  file: KeptFile,
): ((place: Place) => void) => {
  let from: Pick<Kept, 'position' | 'lastEvent'> | undefined = kept;
  let replaces = isAnew;
  let isOver = false;
  return (place) => {
    if (isOver) return;
    const done = file.keep(from, replaces, models.unsaved(), place);
    if (E.isLeft(done)) onNote?.(done.left.text);
    isOver = E.isLeft(done) || !done.right;
    if (isOver) return;
    models.keep();
    from = place;
    replaces = false;
  };
};

/**
 * Reads a log into read models, from what was kept of it where that is of use, and keeps what is new
 * where that is worth it. What was kept by another release or other definitions is made anew from the
 * log and takes the place of the old when it has caught up; what was kept of another log is left alone.
 *
 * The answer is the same as that of a whole replay. That something cannot be kept is a note and no
 * error: read models can always be made anew.
 */
export const readThrough = (store: EventStore, options: ReadThrough): TE.TaskEither<StoreError, Reading> =>
  TE.tryCatch(
    async () => {
      const { registry, onProgress, worthKeeping = 10_000 } = options;
      const file = await open(options, 'read');
      const start = await startOf(store, options, file);
      const { models, after, isAnew, kept } = start;
      const last = await store.lastPosition();
      if (E.isLeft(last)) throw last.left;
      const isOfAnother = kept !== undefined && !isAnew && after === beginning;
      const isWorthIt = !isOfAnother && (isAnew || last.right - after.position >= worthKeeping);
      const target = isWorthIt ? await open(options, 'write') : undefined;
      try {
        const keep = target === undefined ? () => {} : keeping(options, start, target);
        let place: Place = { ...after, lastEvent: isAnew ? '' : (kept?.lastEvent ?? '') };
        let keptUpTo = after.position;
        await lastValueFrom(
          replayed(store, registry, { after }).pipe(
            tap((feed) => {
              if (feed.tag === 'Deliveries')
                place = { ...feed.checkpoint, lastEvent: lastEventOf(feed) ?? place.lastEvent };
            }),
            project(models),
            tap((progress) => {
              onProgress?.(progress);
              // What replaces something waits until it has caught up; else memory need not hold it all.
              if (isAnew || place.position - keptUpTo < keepEvery) return;
              keptUpTo = place.position;
              keep(place);
            }),
          ),
        );
        if (place.position > keptUpTo || isAnew) keep(place);
      } finally {
        target?.close();
      }
      return { models, close: () => file?.close() };
    },
    (thrown) => {
      if (isStoreError(thrown)) return thrown;
      throw thrown;
    },
  );
