import { troubleOf } from './failure.js';
import { persistently } from './persistently.js';
import type { Place } from './place.js';
import { Pull } from './pull.js';
import { firstRequest, lastRequest, recordBeforeRequest, recordRequest } from './read-request.js';
import type { Entry } from './received.js';
import type { Session } from './session.js';

const one = async (session: Session, request: ReturnType<typeof lastRequest>): Promise<Entry | undefined> => {
  const pull = new Pull(await session.connection.read(request));
  try {
    const [record] = await pull.take(1, session.limits.answer);
    return record?.tag === 'Event' || record?.tag === 'System' ? record : undefined;
  } finally {
    pull.cancel();
  }
};

const nowhere = (): number => 0;

/**
 * The first record of the whole log, whosever it is; `undefined` in an empty one. The server itself writes
 * it when it makes the log.
 *
 * @throws GaveUp
 */
export const firstRecord = (session: Session): Promise<Entry | undefined> =>
  persistently(session, 'replay', nowhere, () => one(session, firstRequest()));

/**
 * The place of the last record of the whole log, whosever it is; `undefined` in an empty one.
 *
 * @throws GaveUp
 */
export const lastPlace = async (session: Session): Promise<Place | undefined> =>
  (await persistently(session, 'replay', nowhere, () => one(session, lastRequest())))?.place;

/**
 * The first record at a place or behind it. `undefined` where the log ends before it, or where the place
 * is inside a record: then the server fails, and the place is one of another log.
 *
 * @throws GaveUp
 */
export const recordFrom = (session: Session, place: Place): Promise<Entry | undefined> =>
  persistently(session, 'replay', nowhere, async () => {
    try {
      return await one(session, recordRequest(place));
    } catch (error) {
      if (troubleOf(error).tag === 'Failing') return undefined;
      throw error;
    }
  });

/**
 * The place to name to the server for a subscription to everything behind a place; `undefined` is the
 * beginning. A filtered subscription of a server (23.10) begins behind the first record that it finds at the
 * place or after it. Where the record at the place was removed, as by a scavenge, that would pass over the
 * next one in silence, so the last record before it is named.
 */
export const resumption = async (session: Session, after: Place | undefined): Promise<Place | undefined> => {
  if (after === undefined) return undefined;
  const found = await one(session, recordRequest(after));
  if (found === undefined || found.place.commit === after.commit) return after;
  return (await one(session, recordBeforeRequest(after)))?.place;
};
