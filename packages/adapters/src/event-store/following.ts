import * as E from 'fp-ts/lib/Either.js';
import { Observable } from 'rxjs';
import type { Changes } from './changes.js';
import type { EmbeddedLog } from './embedded-log.js';
import type { EventStore } from './port.js';
import { defaultPageSize, handover, positionOf } from './replaying.js';

/**
 * Follows a log that lives in this process: page by page, each in a turn of the event loop of its own,
 * until there is no more; then says `CaughtUp`, and looks again at each change and, where other
 * processes may write, time and again. That timer keeps the process alive until nobody follows.
 */
export const followFrom =
  (log: Pick<EmbeddedLog, 'last' | 'page' | 'lookEvery'>, changes: Changes): EventStore['follow'] =>
  (after) =>
    new Observable((subscriber) => {
      let handled = Math.max(0, positionOf(after));
      let caughtUp = false;
      let isWaiting = false;
      let turn: NodeJS.Immediate | undefined;

      const step = (): void => {
        turn = undefined;
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
        const until = Math.min(handled + defaultPageSize, last.right);
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
        if (turn === undefined && !isWaiting && !subscriber.closed) turn = setImmediate(step);
      };

      const stopListening = changes.listen(look);
      const timer = log.lookEvery === undefined ? undefined : setInterval(look, log.lookEvery);
      look();
      return () => {
        stopListening();
        clearInterval(timer);
        clearImmediate(turn);
      };
    });
