import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { firstValueFrom, tap, toArray } from 'rxjs';
import type { EventStore, StoreError } from '../event-store/port.js';
import { isStoreError } from '../event-store/store-error.js';
import type { Kept, Place } from './kept-rows.js';

/**
 * How what was kept stands to a log: it goes on from there; it has counted more than the log still holds;
 * or it is of another log, or of this one before it was set back.
 */
export type Standing = 'GoesOn' | 'CountedMore' | 'OtherLog';

/** Compares what was kept with a log, by the place up to which it was read. */
export const standingOf = (
  store: EventStore,
  kept: Place & Pick<Kept, 'log'>,
): TE.TaskEither<StoreError, Standing> =>
  kept.position === 0
    ? TE.right('GoesOn')
    : pipe(
        store.eventAt(kept),
        TE.chain((at) => {
          if (at.tag === 'Stands') return TE.right(at.eventId === kept.lastEvent ? 'GoesOn' : 'OtherLog');
          if (at.tag === 'NotReached') return TE.right('OtherLog');
          return pipe(
            store.identity,
            TE.map((log): Standing => (log === kept.log ? 'CountedMore' : 'OtherLog')),
          );
        }),
      );

/**
 * Whether the events of the log, counted now, come to the position of a place at the event of that place:
 * if not, something before it was removed since it was counted. A server has to count them all for it.
 */
export const isCountedTheSame = (
  store: EventStore,
  { position, lastEvent }: Place,
): TE.TaskEither<StoreError, boolean> =>
  position === 0
    ? TE.right(true)
    : TE.tryCatch(
        async () => {
          const pages = await firstValueFrom(
            store.replay({ after: position - 1, upTo: position }).pipe(
              tap(({ handled }) => handled()),
              toArray(),
            ),
          );
          return pages[0]?.events[0]?.eventId === lastEvent;
        },
        (thrown) => {
          if (isStoreError(thrown)) return thrown;
          throw thrown;
        },
      );
