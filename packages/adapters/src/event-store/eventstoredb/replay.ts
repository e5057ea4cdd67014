import type { StoredEvent } from '@burgernet/domain';
import type { Checkpoint } from '@burgernet/projections';
import { Observable } from 'rxjs';
import { unusable } from '../../sqlite/failure.js';
import type { EventStore } from '../port.js';
import { handover } from '../replaying.js';
import type { Count, Counter } from './counter.js';
import { closed } from './failure.js';
import { untilHandled } from './handing.js';
import { handful, scan } from './log-scan.js';
import { GaveUp } from './persistently.js';
import { type Place, placeIn, tokenOf } from './place.js';
import type { Entry } from './received.js';
import { lastPlace } from './record-at.js';
import type { Session } from './session.js';
import type { Traffic } from './traffic.js';

/** Where a reader begins, and which events it passes over until then. */
export interface Start extends Count {
  /** the number of the last event that the reader has already */
  readonly has: number;
  /** whether the count goes back to the beginning of the log */
  readonly isCounted: boolean;
}

/** @throws GaveUp where the checkpoint is of another kind of store */
export const startOf = (after: number | Checkpoint, counter: Counter): Start => {
  if (typeof after === 'number' || after.position === 0) {
    const has = typeof after === 'number' ? Math.max(0, after) : 0;
    return { ...counter.before(has), has, isCounted: true };
  }
  const { position, token } = after;
  const place = placeIn(token);
  if (place === undefined)
    throw new GaveUp(
      unusable(
        `The checkpoint at position ${position} was not made by this kind of store; read from the beginning.`,
        `De plaats bij positie ${position} is niet van dit soort opslag; lees vanaf het begin.`,
      ),
    );
  return { count: position, place, has: position, isCounted: false };
};

/** Reports what is no event and numbers the events. */
export const numbered = (
  session: Session,
  entries: ReadonlyArray<Entry>,
  count: number,
): ReadonlyArray<{ readonly event: StoredEvent; readonly place: Place }> => {
  const events: { readonly event: StoredEvent; readonly place: Place }[] = [];
  for (const entry of entries) {
    const { place } = entry;
    if (entry.tag === 'System')
      session.report({ tag: 'ServerRecord', stream: entry.stream, type: entry.type });
    else events.push({ event: { position: count + events.length + 1, ...entry.event }, place });
  }
  return events;
};

/** Replays the log up to its end as it is when that is asked. */
export const replayOf =
  (session: Session, counter: Counter, traffic: Traffic): EventStore['replay'] =>
  ({ after = 0, upTo = Number.POSITIVE_INFINITY, pageSize = handful } = {}) =>
    new Observable((subscriber) => {
      const left = new AbortController();
      const size = Math.max(1, pageSize);

      const run = async (): Promise<void> => {
        const end = await traffic.question(() => lastPlace(session));
        const { has, isCounted, ...start } = startOf(after, counter);
        let { count } = start;
        let page: StoredEvent[] = [];
        let last: Place | undefined;
        const flush = async (): Promise<void> => {
          const position = page.at(-1)?.position;
          if (position === undefined || last === undefined) return;
          const events = page;
          page = [];
          const checkpoint = { position, token: tokenOf(last) };
          await untilHandled(subscriber, (handled) => subscriber.next(handover(events, checkpoint, handled)));
        };
        if (has >= upTo) return;
        await scan(
          session,
          start.place,
          end,
          () => count,
          async (entries, reached) => {
            for (const { event, place } of numbered(session, entries, count)) {
              count = event.position;
              if (count <= has) continue;
              page.push(event);
              last = place;
              if (page.length >= size || count >= upTo) await flush();
              if (count >= upTo || left.signal.aborted) return false;
            }
            if (isCounted) counter.learn({ count, place: reached });
            return true;
          },
          left.signal,
        );
        await flush();
      };

      const close = (): void => left.abort();
      session.closed.addEventListener('abort', close);
      const fail = (error: unknown): void => subscriber.error(error instanceof GaveUp ? error.error : error);
      const fall = (): void => subscriber.error(closed);
      void (session.closed.aborted ? Promise.resolve() : run()).then(
        () => (session.closed.aborted ? fall() : subscriber.complete()),
        (error: unknown) => (session.closed.aborted ? fall() : fail(error)),
      );
      return () => {
        session.closed.removeEventListener('abort', close);
        left.abort();
      };
    });
