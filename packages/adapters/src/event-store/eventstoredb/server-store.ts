import type { StoredEvent } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { unavailable } from '../../sqlite/failure.js';
import type { Mode } from '../../sqlite/format.js';
import type {
  Append,
  AppendError,
  Appended,
  AppendOutcome,
  AppendRefused,
  EventAt,
  EventStore,
  StoreError,
} from '../port.js';
import { Appending } from './append.js';
import { AppendLine } from './append-line.js';
import { Counter } from './counter.js';
import { closed } from './failure.js';
import { followOf } from './follow.js';
import { KnownStreams, knownOf } from './known-streams.js';
import { GaveUp } from './persistently.js';
import { isAfter, type Place, placeIn } from './place.js';
import { firstRecord, recordFrom } from './record-at.js';
import { remarksOf } from './remarks.js';
import { replayOf } from './replay.js';
import type { Session } from './session.js';
import { readStream, type Standing } from './stream-read.js';
import { Traffic } from './traffic.js';

const forReading = unavailable(
  'The event store was opened for reading; nothing is appended to it.',
  'De opslag is geopend om te lezen; er komt niets bij.',
);

/** What was given up is said; anything else is a bug. */
const saying = async <A>(work: () => Promise<A>): Promise<E.Either<StoreError, A>> => {
  try {
    return E.right(await work());
  } catch (error) {
    if (error instanceof GaveUp) return E.left(error.error);
    throw error;
  }
};

const isRefusal = (error: AppendError): error is AppendRefused =>
  error.tag === 'RevisionConflict' || error.tag === 'EventIdTaken' || error.tag === 'NotStorable';

const eventAtPlace = async (session: Session, place: Place | undefined): Promise<EventAt> => {
  const found = place === undefined ? undefined : await recordFrom(session, place);
  if (place === undefined || found === undefined) return { tag: 'NotReached' };
  return isAfter(found.place, place) ? { tag: 'Removed' } : { tag: 'Stands', eventId: found.id };
};

/** Makes a store of a session with a server. */
export const serverStore = (
  session: Session,
  options: {
    readonly mode: Mode;
    readonly positions: 'counted' | 'unknown';
    readonly close: () => Promise<void>;
  },
): EventStore => {
  const traffic = new Traffic();
  const counter = new Counter(session);
  const known = new KnownStreams();
  const appending = new Appending(session, new AppendLine(session.connection, session.limits.answer), known);
  const isCounted = options.positions === 'counted';

  const append = async (batch: Append): Promise<E.Either<AppendError, Appended>> => {
    if (session.closed.aborted) return E.left(closed);
    if (options.mode === 'read') return E.left(forReading);
    const outcome = await appending.append(batch);
    if (E.isLeft(outcome)) return outcome;
    const { appended, place } = outcome.right;
    if (place !== undefined && batch.stream.startsWith(`${session.prefix}.`)) traffic.appended(place);
    if (!isCounted) return E.right(appended);
    const counted = await saying(() => counter.upTo(place));
    // That it stands is known, whether it can be counted or not.
    return E.right(E.isLeft(counted) ? appended : { ...appended, position: counted.right });
  };

  const numberedEvents = async (standing: ReadonlyArray<Standing>): Promise<ReadonlyArray<StoredEvent>> => {
    const positions = isCounted ? await counter.of(standing.map(({ place }) => place)) : [];
    return standing.map(({ event }, index) => ({ position: positions[index] ?? 0, ...event }));
  };

  return {
    append: (batch) => () => traffic.append(() => append(batch)),
    appendAll: (batches) => () =>
      traffic.append(async () => {
        const outcomes: AppendOutcome[] = [];
        for (const batch of batches) {
          const outcome = await append(batch);
          if (E.isRight(outcome)) {
            outcomes.push({ tag: 'done', appended: outcome.right });
            continue;
          }
          if (!isRefusal(outcome.left)) return E.left(outcome.left);
          outcomes.push({ tag: 'refused', error: outcome.left });
          break;
        }
        return batches.length === 0 && session.closed.aborted ? E.left(closed) : E.right(outcomes);
      }),
    read:
      (stream, fromRevision = 0) =>
      async () => {
        if (session.closed.aborted) return E.left(closed);
        const from = Math.max(0, fromRevision);
        const read = await readStream(session, stream, from);
        if (E.isLeft(read)) return read;
        if (from === 0) known.learn(stream, knownOf(read.right));
        return saying(() => numberedEvents(read.right));
      },
    lastPosition: async () =>
      session.closed.aborted ? E.left(closed) : saying(() => traffic.question(() => counter.all())),
    identity: async () =>
      session.closed.aborted ? E.left(closed) : saying(async () => (await firstRecord(session))?.id ?? ''),
    eventAt:
      ({ token }) =>
      async () =>
        session.closed.aborted ? E.left(closed) : saying(() => eventAtPlace(session, placeIn(token))),
    remarks: async () => (session.closed.aborted ? E.left(closed) : saying(() => remarksOf(session))),
    replay: replayOf(session, counter, traffic),
    follow: followOf(session, counter, traffic),
    close: options.close,
  };
};
