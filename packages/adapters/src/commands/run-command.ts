import { defaultPrefix, isStreamId, type StoredEvent, streamOf } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Append, Appended } from '../event-store/port.js';
import { isStoreError } from '../event-store/store-error.js';
import { tracedCommand } from '../telemetry/traced-command.js';
import type { CommandDeps, CommandError, CommandOutcome, CommandRequest } from './command-request.js';
import { type Considered, considerNew, considerOn, type NamedRequest } from './consider.js';
import { eventIdOf } from './event-id.js';
import { OpenAppends } from './open-appends.js';
import { openedStream, readOpened } from './opened-stream.js';
import { randomPause } from './pause.js';
import { RecentStreams } from './recent-streams.js';
import { refuse } from './rejection.js';

/** How often a command is decided while others keep writing to its stream. */
const attempts = 10;

/** The events of a batch as they stand in the store now. */
const standing = ({ stream, events }: Append, { firstRevision, lastRevision, position }: Appended) =>
  events.map(({ eventId, type, schemaVersion, recordedAt, data, metadata }, index): StoredEvent => {
    const revision = firstRevision + index;
    return {
      // A store that does not count says 0 of all.
      position: position === 0 ? 0 : position - lastRevision + revision,
      stream,
      revision,
      eventId,
      type,
      schemaVersion,
      recordedAt,
      data,
      metadata,
    };
  });

/** What is remembered from one command to the next. */
interface Remembered {
  readonly recent: RecentStreams;
  readonly open: OpenAppends;
}

/** Decides on the stream as it was left; what would be a refusal or a repeat, on the stream as it is. */
const considerRecent = (
  deps: CommandDeps,
  recent: RecentStreams,
  stream: string,
  request: NamedRequest,
): E.Either<CommandError, Considered> | undefined => {
  const on = recent.without(stream, eventIdOf(request, request.commandId, 0));
  const considered = on === undefined ? undefined : considerNew(deps, on, request);
  return considered === undefined || E.isLeft(considered) ? undefined : considered;
};

const considerRead = async (
  deps: CommandDeps,
  recent: RecentStreams,
  request: NamedRequest,
): Promise<E.Either<CommandError, Considered>> => {
  const opened = await readOpened(deps, request)();
  if (E.isLeft(opened)) return opened;
  recent.remember(opened.right);
  return considerOn(deps, opened.right, request);
};

const attempt = async (
  deps: CommandDeps,
  remembered: Remembered,
  request: NamedRequest,
  left: number,
): Promise<E.Either<CommandError, CommandOutcome>> => {
  const { commandId, kind, id } = request;
  const { pause = randomPause } = deps;
  const { recent, open } = remembered;
  const stream = streamOf(kind, id, deps.prefix ?? defaultPrefix);
  // A stream of which nothing is known is taken for a new one at first: where it is none, the store says so.
  const isGuess = left === attempts && !recent.knows(stream);
  if (isGuess) recent.remember(openedStream(deps, request, []));
  const again = async (): Promise<E.Either<CommandError, CommandOutcome>> => {
    recent.forget(stream);
    if (left <= 1) return E.left(refuse('StreamContended', { stream, attempts }));
    if (!isGuess) await pause(attempts - left + 1)();
    return attempt(deps, remembered, request, left - 1);
  };

  const leftOpen = open.of(request);
  const considered =
    leftOpen === undefined
      ? (considerRecent(deps, recent, stream, request) ?? (await considerRead(deps, recent, request)))
      : E.right(leftOpen);
  if (E.isLeft(considered)) return considered;
  if (considered.right.tag === 'Repeat') return E.right(considered.right.outcome);

  const { batch, decision } = considered.right;
  const appended = await deps.store.append(batch)();
  const isUnknown = E.isLeft(appended) && appended.left.tag === 'OutcomeUnknown';
  // A store that does not answer now says nothing of what it was sent before.
  if (isUnknown) open.remember(request, considered.right);
  else if (E.isRight(appended) || !isStoreError(appended.left)) open.forget(request);
  if (E.isRight(appended)) {
    // The store knows a repeat by its ids alone; whether it asked for the same is seen by reading it.
    if (appended.right.repeated) {
      const read = await considerRead(deps, recent, request);
      if (E.isLeft(read)) return read;
      return read.right.tag === 'Repeat' ? E.right(read.right.outcome) : again();
    }
    recent.extend(batch, decision, appended.right.lastRevision);
    return E.right({ stream, commandId, repeated: false, events: standing(batch, appended.right) });
  }
  const error = appended.left;
  if (error.tag === 'RevisionConflict') return again();
  // Somebody gave the same command meanwhile: its result is found by reading the stream once more.
  if (error.tag === 'EventIdTaken' && left > 1) return again();
  recent.forget(stream);
  return E.left(error);
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
        ? () => attempt(deps, remembered, named, attempts)
        : TE.left(refuse('IdMalformed', { kind, id })),
    );
  };
};
