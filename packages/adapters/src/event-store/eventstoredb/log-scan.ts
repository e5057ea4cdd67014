import { persistently } from './persistently.js';
import { isAfter, type Place } from './place.js';
import { Pull } from './pull.js';
import { type Filter, streamsOf, subscriptionRequest } from './read-request.js';
import type { Entry } from './received.js';
import { lastPlace, resumption } from './record-at.js';
import type { Session } from './session.js';

/**
 * Most messages that are taken at a time, and events that are handed over at a time. While a reader is busy
 * with them the server fills the line, which holds about as many: with more at a time it would have to wait.
 */
export const handful = 100;

/**
 * Reads the streams of our prefix, unless something else is let through, after a place up to another one, a
 * handful at a time; the next handful is asked for when the one before was dealt with. Interrupted, it goes on
 * behind the last it gave.
 *
 * @param end of the log, see {@link lastPlace}
 * @param deal with a handful; `false` ends the reading
 * @throws GaveUp
 */
export const scan = async (
  session: Session,
  after: Place | undefined,
  end: Place | undefined,
  position: () => number,
  deal: (entries: ReadonlyArray<Entry>, reached: Place) => Promise<boolean>,
  stopped: AbortSignal = session.closed,
  filter: Filter = streamsOf(session.prefix),
): Promise<void> => {
  let reached = after;
  if (end === undefined) return;
  const isOver = (): boolean => reached !== undefined && !isAfter(end, reached);
  await persistently(
    session,
    'replay',
    position,
    async (progressed) => {
      if (isOver() || stopped.aborted) return;
      const from = await resumption(session, reached);
      const pull = new Pull(await session.connection.read(subscriptionRequest(filter, from)));
      const stop = (): void => pull.cancel();
      stopped.addEventListener('abort', stop);
      try {
        for (;;) {
          const messages = await pull.take(handful, session.limits.answer);
          if (messages.length === 0) throw new Error('the server ended the call');
          const entries: Entry[] = [];
          let isCaughtUp = false;
          for (const each of messages) {
            if (each.tag === 'CaughtUp') isCaughtUp = true;
            if (!('place' in each)) continue;
            if (each.tag !== 'Checkpoint' && reached !== undefined && !isAfter(each.place, reached)) {
              if (each.tag === 'Event') {
                const { stream, revision } = each.event;
                session.report({ tag: 'Redelivered', stream, revision });
              }
              continue;
            }
            if (each.tag !== 'Checkpoint' && !isAfter(each.place, end)) entries.push(each);
            if (reached === undefined || isAfter(each.place, reached)) reached = each.place;
          }
          if (entries.length > 0) progressed();
          if (reached !== undefined && !(await deal(entries, reached))) return;
          if (isOver() || stopped.aborted) return;
          if (isCaughtUp) {
            // Behind the last event of ours the server says no more than this. Another node than the one
            // that was asked for the end may believe so while it lacks events.
            const there = await lastPlace(session);
            if (there !== undefined && !isAfter(end, there)) return;
            throw new Error('this node of the cluster lacks the latest events');
          }
        }
      } finally {
        stopped.removeEventListener('abort', stop);
        pull.cancel();
      }
    },
    stopped,
  );
};
