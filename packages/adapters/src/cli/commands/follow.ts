import { both, Instant, local } from '@burgernet/domain';
import { type Delivery, type Moved, movedSince, type ReadModels } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { lastValueFrom, Observable, takeUntil } from 'rxjs';
import type { EventStore, StoreError } from '../../event-store/port.js';
import { isStoreError } from '../../event-store/store-error.js';
import { type FollowedThrough, followThrough } from '../../kept-models/follow-through.js';
import { movedJson } from '../../report/json/moved-json.js';
import { count } from '../../report/numbers.js';
import { movedLine } from '../../report/text/moved-text.js';
import type { Context, Done, Run } from '../context.js';
import { keepsOf, withStore } from '../reading.js';
import { storeFailure } from '../store-failure.js';

/** An event that came, whether it could be read or not. */
interface Came {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly isRead: boolean;
}

const cameOf = (delivery: Delivery, isRead: (position: number) => boolean): Came => {
  const event =
    delivery._tag === 'Left' ? delivery.left.stored : { ...delivery.right, type: delivery.right.event.type };
  return { ...event, isRead: isRead(event.position) };
};

const words = {
  live: (position: number) =>
    both(
      `Everything up to position ${count(position, 'en')} was read; what comes now is shown. Ctrl-C ends it.`,
      `Alles tot en met positie ${count(position, 'nl')} is gelezen; wat nu komt, wordt getoond. Ctrl-C stopt.`,
    ),
  behind: (position: number, events: number) =>
    both(
      `${count(events, 'en')} events came at once, up to position ${count(position, 'en')}.`,
      `Er kwamen ${count(events, 'nl')} gebeurtenissen tegelijk, tot en met positie ${count(position, 'nl')}.`,
    ),
  unread: both('could not be read, see burgernet check', 'is niet te lezen, zie burgernet check'),
};

/** An event and the figures that it moved, as a person reads it. */
const shown = (
  { position, type, stream, recordedAt, isRead }: Came,
  moved: ReadonlyArray<Moved>,
  models: ReadModels,
  { language }: Context['options'],
): string => {
  const at = Instant.is(recordedAt) ? local(recordedAt) : recordedAt;
  const isOfSeveral = models.ledger.regions().length > 1;
  const lines = [
    `${at}  ${count(position, language)}  ${type}  ${stream}${isRead ? '' : `  (${words.unread[language]})`}`,
    ...moved.map((each) => `  ${movedLine(each, language, isOfSeveral)}`),
  ];
  return `${lines.join('\n')}\n`;
};

const asJson = (
  { position, stream, revision, eventId, type, recordedAt, isRead }: Came,
  moved: ReadonlyArray<Moved>,
): string =>
  `${JSON.stringify({
    event: { eventId, stream, revision, position, type, recordedAt },
    ...(isRead ? {} : { quarantined: true }),
    figures: moved.map(movedJson),
  })}\n`;

/** More events than this at once are a reader that was behind, which is worth a line. */
const many = 100;

/** Shows what a live reader is told, in order. */
const shower = (context: Context): ((told: FollowedThrough) => Promise<void>) => {
  const { options, terminal } = context;
  let isLive = false;
  return async (told) => {
    if (told.tag === 'CaughtUp') {
      if (!isLive) terminal.note(words.live(told.position));
      isLive = true;
      return;
    }
    const { models, deliveries, positions } = told;
    if (!isLive) {
      const { to } = positions;
      terminal.progress(both(`${count(to, 'en')} events read`, `${count(to, 'nl')} gebeurtenissen gelezen`));
      return;
    }
    if (deliveries.length > many) terminal.note(words.behind(positions.to, deliveries.length));
    const unread = new Set(models.quarantine.events.map(({ position }) => position));
    for (const delivery of deliveries) {
      const came = cameOf(delivery, (position) => !unread.has(position));
      const moved = movedSince(models, came.position - 1, came.position);
      await terminal.print(options.json ? asJson(came, moved) : shown(came, moved, models, options));
    }
  };
};

/** Follows until somebody interrupts, or until the store or the reader fails. */
const untilInterrupted = (
  context: Context,
  store: EventStore,
  rebuild: boolean,
): TE.TaskEither<StoreError, Done> =>
  TE.tryCatch(
    async (): Promise<Done> => {
      const { signal, letGo } = context.interruption();
      const interrupted = new Observable<void>((subscriber) => {
        const stop = (): void => subscriber.next();
        if (signal.aborted) stop();
        signal.addEventListener('abort', stop);
        return () => signal.removeEventListener('abort', stop);
      });
      const following = followThrough(store, { ...keepsOf(context, { rebuild }), pace: shower(context) });
      try {
        await lastValueFrom(following.pipe(takeUntil(interrupted)), { defaultValue: undefined });
        return 0;
      } finally {
        letGo();
      }
    },
    (thrown) => {
      if (isStoreError(thrown)) return thrown;
      throw thrown;
    },
  );

/**
 * `burgernet follow`: every event as it comes, with the figures that it moved, until interrupted. It
 * begins at what was kept, and keeps state and place together while it goes.
 */
export const follow: Run = (context, given) =>
  withStore(context, 'read', (store) =>
    pipe(
      untilInterrupted(context, store, given['rebuild'] === true),
      TE.mapLeft(storeFailure(context.options.store)),
    ),
  );
