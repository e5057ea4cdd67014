import type { StoreError } from '../port.js';
import { troubleOf, unreachable } from './failure.js';
import { isAfter, type Place } from './place.js';
import { Pull } from './pull.js';
import { lastRequest, subscriptionRequest } from './read-request.js';
import { type Received, received } from './received.js';
import { pauseAfter, type Session } from './session.js';

/** An attempt that came to nothing for good; what it holds is told to whoever asked. */
export class GaveUp extends Error {
  constructor(readonly error: StoreError) {
    super(error.text.en);
  }
}

/** Most messages that are taken at a time. */
export const handful = 1_000;

/**
 * Does something that may be interrupted until it is done.
 *
 * @param attempt is told to go on, and says each time it got further, so that failures in a row are counted
 * @param position where it is, for the status
 * @throws GaveUp
 */
export const persistently = async <A>(
  session: Session,
  what: 'replay' | 'follow',
  position: () => number,
  attempt: (progressed: () => void) => Promise<A>,
  stopped: AbortSignal = session.closed,
): Promise<A> => {
  let failures = 0;
  const progressed = (): void => {
    if (failures > 0) session.report({ tag: 'Resumed', what, position: position() });
    failures = 0;
  };
  for (;;) {
    try {
      return await attempt(progressed);
    } catch (error) {
      if (error instanceof GaveUp || stopped.aborted) throw error;
      const trouble = troubleOf(error);
      if (trouble.tag === 'Lasting') throw new GaveUp(trouble.error);
      failures++;
      const detail = trouble.tag === 'Tombstone' ? 'the stream was deleted' : trouble.detail;
      const isPatient = what === 'follow' && trouble.tag === 'Passing';
      if (failures >= session.limits.attempts && !isPatient)
        throw new GaveUp(unreachable(session.where, detail));
      const pause = pauseAfter(session, failures);
      session.report({ tag: 'Interrupted', what, position: position(), detail, attempt: failures, pause });
      await session.wait(pause, stopped);
      if (stopped.aborted) throw error;
    }
  }
};

/** The place of the last record of the whole log, whosever it is; `undefined` in an empty one. */
export const lastPlace = (session: Session): Promise<Place | undefined> =>
  persistently(
    session,
    'replay',
    () => 0,
    async () => {
      const pull = new Pull(await session.connection.read(lastRequest()));
      try {
        const [message] = await pull.take(1, session.limits.answer);
        const last = message === undefined ? undefined : received(message);
        return last?.tag === 'Event' || last?.tag === 'System' ? last.place : undefined;
      } finally {
        pull.cancel();
      }
    },
  );

/** An event or a record of the server's own, where it stands. */
export type Entry = Extract<Received, { tag: 'Event' | 'System' }>;

/**
 * Reads the streams of our prefix after a place up to another one, a handful at a time; the next handful
 * is asked for when the one before was dealt with. Interrupted, it goes on behind the last it gave.
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
      const pull = new Pull(await session.connection.read(subscriptionRequest(session.prefix, reached)));
      const stop = (): void => pull.cancel();
      stopped.addEventListener('abort', stop);
      try {
        for (;;) {
          const messages = await pull.take(handful, session.limits.answer);
          if (messages.length === 0) throw new Error('the server ended the call');
          const entries: Entry[] = [];
          let isCaughtUp = false;
          for (const each of messages.map(received)) {
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
