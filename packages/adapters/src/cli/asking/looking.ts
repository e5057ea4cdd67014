import { domainRegistry, type StoredEvent } from '@burgernet/domain';
import type { ReadModels } from '@burgernet/projections';
import type * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Considered, consider } from '../../commands/consider.js';
import { memoryStore } from '../../event-store/memory-store.js';
import type { EventStore } from '../../event-store/port.js';
import { commandFailure } from '../command-failure.js';
import type { Context } from '../context.js';
import type { Failure } from '../failure.js';
import { readModelsOf, withStore } from '../reading.js';
import { recordingRefusal } from '../recorded-refusals.js';
import { type Asked, ask, type Call } from './ask.js';

const registry = domainRegistry();

/** What is known of a command before anything is written. */
export interface Looked {
  readonly asked: Asked;
  readonly considered: Considered;
}

/** Read models that are read once, when somebody asks for them. */
export const onceRead = (context: Context, store: EventStore): TE.TaskEither<Failure, ReadModels> => {
  let reading: Promise<E.Either<Failure, ReadModels>> | undefined;
  return () => {
    reading ??= readModelsOf(context, store)();
    return reading;
  };
};

/**
 * Uses the store to read. Where there is none yet, a command that begins something is decided on an empty
 * one: only what is recorded makes a store.
 */
export const readingOn = <A>(
  context: Context,
  begins: boolean,
  use: (store: EventStore, isThere: boolean) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    withStore(context, 'read', (store) => use(store, true)),
    TE.orElse((failure) =>
      failure.code === 'StoreAbsent' && begins ? use(memoryStore(), false) : TE.left(failure),
    ),
  );

/** What was asked, as a record of its refusal says it. */
export const attempted = ({ request: { type, kind, id }, named }: Asked) => ({
  by: named,
  command: type,
  kind,
  id,
});

/**
 * Finds out what a command asks and what that would bring about, or why it is refused.
 *
 * @param isRecorded whether a refusal is recorded: not where it is only tried out, or on a store that is not there
 */
export const look = (
  context: Context,
  call: Call,
  store: EventStore,
  models: TE.TaskEither<Failure, ReadModels>,
  isRecorded: boolean,
): TE.TaskEither<Failure, Looked> =>
  pipe(
    ask(context, call, store, models),
    TE.chain((asked) =>
      pipe(
        consider({ store, registry }, asked.request),
        TE.bimap(commandFailure(context.options.store), (considered) => ({ asked, considered })),
        (looked) => (isRecorded ? recordingRefusal(context, attempted(asked))(looked) : looked),
      ),
    ),
  );

/**
 * The events that a command brought about before, or would bring about, as they would stand behind all that
 * there is.
 *
 * @param position of the last event of the log
 */
export const wouldStand = (
  { asked: { history, stream }, considered }: Looked,
  position: number,
): ReadonlyArray<StoredEvent> =>
  considered.tag === 'Repeat'
    ? considered.outcome.events
    : considered.batch.events.map(
        (event, at): StoredEvent => ({
          ...event,
          stream,
          revision: (history.at(-1)?.revision ?? -1) + 1 + at,
          position: position + 1 + at,
        }),
      );
