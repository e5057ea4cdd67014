import type { Delivery } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore, StoreError } from '../event-store/port.js';
import type { Observed } from '../telemetry/observed-project.js';
import { openKeptFile } from './kept-file.js';
import type { Kept } from './kept-rows.js';
import { standingOf } from './standing.js';

/** What was kept of a log has counted events that the log does not hold: they were removed, or it was set back. */
export interface CountedMore {
  readonly tag: 'CountedMore';
  /** how many events it has counted */
  readonly position: number;
}

/** What was kept beside a store is of another log. */
export interface OfAnotherLog {
  readonly tag: 'OfAnotherLog';
  readonly position: number;
}

/** Up to where something is kept in a file; `undefined` where that is nothing. */
export const keptIn = (file: string): TE.TaskEither<StoreError, Kept | undefined> =>
  pipe(
    openKeptFile(file, 'read'),
    TE.chain((opened) => async () => {
      try {
        return opened.hold();
      } finally {
        opened.close();
      }
    }),
    TE.orElse((error) => (error.tag === 'StoreAbsent' ? TE.right(undefined) : TE.left(error))),
  );

/**
 * Feeds a projection, and looks whether the whole log, counted while it is read from its beginning, comes
 * to the position of what was kept at its event: if not, something before it was removed.
 */
export class Recount<P extends Observed> implements Observed {
  readonly projection: P;
  readonly #kept: Kept | undefined;
  #isSame: boolean;

  /** @param kept `undefined` where nothing was */
  constructor(projection: P, kept: Kept | undefined) {
    this.projection = projection;
    this.#kept = kept;
    this.#isSame = kept === undefined || kept.position === 0;
  }

  get position(): number {
    return this.projection.position;
  }

  /** Takes the next event of the log into account. */
  handle(delivery: Delivery): void {
    const { position, eventId } = delivery._tag === 'Left' ? delivery.left.stored : delivery.right;
    if (position === this.#kept?.position) this.#isSame = eventId === this.#kept.lastEvent;
    this.projection.handle(delivery);
  }

  /** What is to be said of what was kept, when the log was read; `undefined` where it has counted the same. */
  verdict(store: EventStore): TE.TaskEither<StoreError, CountedMore | OfAnotherLog | undefined> {
    const kept = this.#kept;
    if (this.#isSame || kept === undefined) return TE.right(undefined);
    const { position, log } = kept;
    return pipe(
      TE.Do,
      TE.bind('standing', () => standingOf(store, kept)),
      TE.bind('identity', () => store.identity),
      TE.map(({ standing, identity }) => ({
        tag:
          standing === 'OtherLog' && identity !== log ? ('OfAnotherLog' as const) : ('CountedMore' as const),
        position,
      })),
    );
  }
}
