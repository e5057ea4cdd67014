import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore, StoreError } from '../event-store/port.js';
import { openKeptFile } from './kept-file.js';
import { isCountedTheSame, standingOf } from './standing.js';

/** What was kept of a log has counted events that the log no longer holds. */
export interface CountedMore {
  readonly tag: 'CountedMore';
  /** how many events it has counted */
  readonly position: number;
}

/**
 * Whether the read models that are kept of a log have counted more than it still holds. A server has to
 * count its events for it.
 *
 * @param file where they are kept
 * @returns `undefined` where they have not, where nothing is kept, or where what is kept is of another log
 */
export const checkKept = (
  store: EventStore,
  file: string,
): TE.TaskEither<StoreError, CountedMore | undefined> =>
  pipe(
    openKeptFile(file, 'read'),
    TE.chain((opened) =>
      pipe(
        TE.fromEither(opened.hold()),
        TE.chain((kept) => {
          if (kept === undefined) return TE.right(undefined);
          const found: CountedMore = { tag: 'CountedMore', position: kept.position };
          return pipe(
            standingOf(store, kept),
            TE.chain((standing) => {
              if (standing === 'OtherLog') return TE.right(undefined);
              if (standing === 'CountedMore') return TE.right(found);
              return pipe(
                isCountedTheSame(store, kept),
                TE.map((isSame) => (isSame ? undefined : found)),
              );
            }),
          );
        }),
        (checked) => () => checked().finally(opened.close),
      ),
    ),
    TE.orElse((error) => (error.tag === 'StoreAbsent' ? TE.right(undefined) : TE.left(error))),
  );
