import * as E from 'fp-ts/lib/Either.js';
import { Observable } from 'rxjs';
import type { Changes } from './changes.js';
import type { EmbeddedLog } from './embedded-log.js';
import type { EventStore } from './port.js';
import { handover, type Pace, positionOf } from './replaying.js';

/**
 * Follows a log that lives in this process: page by page, each in a turn of its own, until there is no
 * more; then says `CaughtUp`, and looks again at each change and, where other processes may write, time
 * and again. That keeps the process alive until nobody follows.
 */
export const followFrom =
  (
    log: Pick<EmbeddedLog, 'last' | 'page' | 'lookEvery'>,
    changes: Changes,
    { turns, pageSize }: Pace,
  ): EventStore['follow'] =>
  (after) =>
    new Observable((subscriber) => {
      let handled = Math.max(0, positionOf(after));
      let caughtUp = false;
      let isWaiting = false;
      let callOff: (() => void) | undefined;

      const step = (): void => {
        callOff = undefined;
        const last = log.last();
        if (E.isLeft(last)) {
          subscriber.error(last.left);
          return;
        }
        if (handled >= last.right) {
          if (caughtUp) return;
          caughtUp = true;
          subscriber.next({ tag: 'CaughtUp', position: handled });
          return;
        }
        const until = Math.min(handled + pageSize, last.right);
        const page = log.page(handled, until);
        if (E.isLeft(page)) {
          subscriber.error(page.left);
          return;
        }
        handled = until;
        caughtUp = false;
        isWaiting = true;
        const given = handover(page.right, { position: until, token: '' }, () => {
          isWaiting = false;
          look();
        });
        subscriber.next({ tag: 'Page', ...given });
      };
      const look = (): void => {
        if (callOff === undefined && !isWaiting && !subscriber.closed) callOff = turns.soon(step);
      };

      const stopListening = changes.listen(look);
      const stopLooking = log.lookEvery === undefined ? undefined : turns.every(log.lookEvery, look);
      look();
      return () => {
        stopListening();
        stopLooking?.();
        callOff?.();
      };
    });
