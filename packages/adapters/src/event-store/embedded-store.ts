import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { unavailable } from '../sqlite/failure.js';
import { makeChanges } from './changes.js';
import type { EmbeddedLog } from './embedded-log.js';
import { followFrom } from './following.js';
import type {
  Append,
  AppendError,
  Appended,
  AppendOutcome,
  EventAt,
  EventStore,
  StoreError,
} from './port.js';
import { defaultPace, type Pace, replayFrom } from './replaying.js';

/**
 * Makes a store of a log that lives in this process.
 *
 * @param pace of replays and followers; a simulation passes one of its own
 */
export const embeddedStore = (given: EmbeddedLog, pace: Pace = defaultPace): EventStore => {
  const changes = makeChanges();
  // Let go of when closed: an SQLite file stays open until its statements are garbage.
  let log: EmbeddedLog | undefined = given;
  const whileOpen = <A>(ask: (log: EmbeddedLog) => E.Either<StoreError, A>): E.Either<StoreError, A> =>
    log === undefined ? E.left(unavailable('The store was closed.', 'De opslag is gesloten.')) : ask(log);

  const open: Pick<EmbeddedLog, 'last' | 'page' | 'lookEvery'> = {
    last: () => whileOpen(({ last }) => last()),
    page: (after, upTo) => whileOpen(({ page }) => page(after, upTo)),
    lookEvery: given.lookEvery,
  };
  const write = (appends: ReadonlyArray<Append>): E.Either<StoreError, ReadonlyArray<AppendOutcome>> => {
    const outcomes = whileOpen((log) => log.write(appends));
    if (E.isRight(outcomes)) changes.announce();
    return outcomes;
  };
  const eventAt = (position: number): E.Either<StoreError, EventAt> =>
    pipe(
      open.last(),
      E.chain((last) => (position < 1 || position > last ? E.right([]) : open.page(position - 1, position))),
      E.map(([event]) =>
        event === undefined ? { tag: 'NotReached' } : { tag: 'Stands', eventId: event.eventId },
      ),
    );
  const only = ([outcome]: ReadonlyArray<AppendOutcome>): E.Either<AppendError, Appended> => {
    if (outcome === undefined) throw new Error('A log gave no outcome for a batch.');
    return outcome.tag === 'done' ? E.right(outcome.appended) : E.left(outcome.error);
  };

  return {
    append: (append) => async () => {
      const outcomes = write([append]);
      return E.isLeft(outcomes) ? outcomes : only(outcomes.right);
    },
    appendAll: (appends) => async () => write(appends),
    read:
      (stream, fromRevision = 0) =>
      async () =>
        whileOpen((log) => log.stream(stream, Math.max(0, fromRevision))),
    lastPosition: async () => open.last(),
    identity: async () => E.map((at: EventAt) => (at.tag === 'Stands' ? at.eventId : ''))(eventAt(1)),
    eventAt:
      ({ position }) =>
      async () =>
        eventAt(position),
    replay: replayFrom(open, pace),
    follow: followFrom(open, changes, pace),
    checkIntegrity: async () => whileOpen((log) => log.checkIntegrity()),
    close: async () => {
      log?.close();
      log = undefined;
      changes.announce();
    },
  };
};
