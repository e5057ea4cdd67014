import type { Checkpoint } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { Observable } from 'rxjs';
import type { EmbeddedLog } from './embedded-log.js';
import type { EventStore, Handover, Page } from './port.js';
import { eventLoop, type Turns } from './turns.js';

/** Events a page: measured on SQLite, where 250 to 2,000 cost the same and more costs memory only. */
export const defaultPageSize = 1_000;

/** How a log that lives in this process is read. */
export interface Pace {
  readonly turns: Turns;
  /** events a page, where the reader does not say how many */
  readonly pageSize: number;
}

/** Each page in a turn of the event loop. */
export const defaultPace: Pace = { turns: eventLoop, pageSize: defaultPageSize };

/** The position of a place in a log whose positions say everything. */
export const positionOf = (after: number | Checkpoint): number =>
  typeof after === 'number' ? after : after.position;

/** A page, and what is to be done when it was handled: once, however often that is said. */
export const handover = (events: Page, checkpoint: Checkpoint, next: () => void): Handover => {
  let isHandled = false;
  return {
    events,
    checkpoint,
    handled: () => {
      if (isHandled) return;
      isHandled = true;
      next();
    },
  };
};

/**
 * Replays a log that lives in this process. Each page is read in a turn of its own, after the one before
 * was handled: memory holds one page, and other work gets its turn.
 */
export const replayFrom =
  (log: Pick<EmbeddedLog, 'last' | 'page'>, pace: Pace): EventStore['replay'] =>
  ({ after = 0, upTo = Number.POSITIVE_INFINITY, pageSize = pace.pageSize } = {}) =>
    new Observable((subscriber) => {
      const last = log.last();
      if (E.isLeft(last)) {
        subscriber.error(last.left);
        return;
      }
      const end = Math.min(upTo, last.right);
      const size = Math.max(1, pageSize);
      let handled = Math.max(0, positionOf(after));
      let callOff: () => void;
      const step = (): void => {
        if (handled >= end) {
          subscriber.complete();
          return;
        }
        const until = Math.min(handled + size, end);
        const page = log.page(handled, until);
        if (E.isLeft(page)) {
          subscriber.error(page.left);
          return;
        }
        handled = until;
        subscriber.next(
          handover(page.right, { position: until, token: '' }, () => {
            if (!subscriber.closed) callOff = pace.turns.soon(step);
          }),
        );
      };
      callOff = pace.turns.soon(step);
      return () => callOff();
    });
