import { defaultPrefix, isStreamId, type StoredEvent, streamOf } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Append, Appended } from '../event-store/port.js';
import { isStoreError } from '../event-store/store-error.js';
import { tracedCommand } from '../telemetry/traced-command.js';
import type { CommandDeps, CommandError, CommandOutcome, CommandRequest } from './command-request.js';
import { type Considered, considerOn, type NamedRequest } from './consider.js';
import { OpenAppends } from './open-appends.js';
import { readOpened } from './opened-stream.js';
import { randomPause } from './pause.js';
import { RecentStreams } from './recent-streams.js';
import { refuse } from './rejection.js';

/** How often a command is decided while others keep writing to its stream. */
const attempts = 10;

/** The events of a batch as they stand in the store now. */
const standing = ({ stream, events }: Append, { firstRevision, lastRevision, position }: Appended) =>
  events.map(
    (event, index): StoredEvent => ({
      ...event,
      stream,
      revision: firstRevision + index,
      // A store that does not count says 0 of all.
      position: position === 0 ? 0 : position - lastRevision + firstRevision + index,
    }),
  );

/** What is remembered from one command to the next. */
interface Remembered {
  readonly recent: RecentStreams;
  readonly open: OpenAppends;
}

/** Decides on the stream as it was left; a refusal only on the stream as it is. */
const considerRecent = (
  deps: CommandDeps,
  { recent, open }: Remembered,
  stream: string,
  request: NamedRequest,
): TE.TaskEither<CommandError, Considered> => {
  const left = open.of(request);
  if (left !== undefined) return TE.right({ tag: 'New', batch: left });
  const known = recent.of(stream);
  if (known !== undefined) {
    const considered = considerOn(deps, known, request);
    if (E.isRight(considered)) return TE.fromEither(considered);
  }
  return pipe(
    readOpened(deps, request),
    TE.chainEitherKW((opened) => {
      recent.remember(stream, opened);
      return considerOn(deps, opened, request);
    }),
  );
};

const attempt = (
  deps: CommandDeps,
  remembered: Remembered,
  request: NamedRequest,
  left: number,
): TE.TaskEither<CommandError, CommandOutcome> => {
  const { commandId, kind, id } = request;
  const { pause = randomPause } = deps;
  const { recent, open } = remembered;
  const stream = streamOf(kind, id, deps.prefix ?? defaultPrefix);
  const again = (): TE.TaskEither<CommandError, CommandOutcome> => {
    recent.forget(stream);
    return left > 1
      ? pipe(
          TE.fromTask(pause(attempts - left + 1)),
          TE.chain(() => attempt(deps, remembered, request, left - 1)),
        )
      : TE.left(refuse('StreamContended', { stream, attempts }));
  };

  const append =
    (batch: Append): TE.TaskEither<CommandError, CommandOutcome> =>
    async () => {
      const appended = await deps.store.append(batch)();
      const isUnknown = E.isLeft(appended) && appended.left.tag === 'OutcomeUnknown';
      // A store that does not answer now says nothing of what it was sent before.
      if (isUnknown) open.remember(request, batch);
      else if (E.isRight(appended) || !isStoreError(appended.left)) open.forget(request);
      if (E.isRight(appended)) {
        // The store knows a repeat by its ids alone; whether it asked for the same is seen by reading it.
        if (appended.right.repeated) return again()();
        const events = standing(batch, appended.right);
        recent.extend(stream, batch.expected, events);
        return E.right({ stream, commandId, repeated: false, events });
      }
      const error = appended.left;
      if (error.tag === 'RevisionConflict') return again()();
      // Somebody gave the same command meanwhile: its result is found by reading the stream once more.
      if (error.tag === 'EventIdTaken' && left > 1) return again()();
      recent.forget(stream);
      return E.left(error);
    };

  return pipe(
    considerRecent(deps, remembered, stream, request),
    TE.chain((considered) =>
      considered.tag === 'Repeat' ? TE.right(considered.outcome) : append(considered.batch),
    ),
  );
};

/**
 * Runs commands: the one way in, the same for every aggregate. Loads the stream, folds it, decides,
 * appends, and does so again where somebody else wrote to the stream meanwhile, a few times at most.
 *
 * A command whose id is in the stream already gives what it brought about then, and writes nothing;
 * under the same id another content is refused. A repeat is recognised before anything is decided, and
 * also in a stream that was frozen after it. On a frozen stream everything else is refused.
 *
 * What `runCommand(deps)` gives is worth keeping: it remembers the streams that it was asked about last,
 * and does not read them again as long as nobody else wrote to them. And it remembers what it sent and got
 * no answer to: a command whose outcome is unknown, given again at a later moment, asks once more for what it
 * asked for at the first. Another process does not know of that: a refusal there is of the stream as it is,
 * and what was sent before may still be written.
 *
 * @returns the events it brought about; or the rule of the domain that refuses it, a fault of the
 *   request, or what the store could not do
 */
export const runCommand = (
  deps: CommandDeps,
): ((request: CommandRequest) => TE.TaskEither<CommandError, CommandOutcome>) => {
  const remembered: Remembered = { recent: new RecentStreams(), open: new OpenAppends() };
  return (request) => {
    const { kind, id, commandId = deps.newId() } = request;
    const named = { ...request, commandId };
    return tracedCommand(
      named,
      isStreamId(kind, id)
        ? attempt(deps, remembered, named, attempts)
        : TE.left(refuse('IdMalformed', { kind, id })),
    );
  };
};
