import { defaultPrefix, type StoredEvent, streamOf } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Append, Appended } from '../event-store/port.js';
import { tracedCommand } from '../telemetry/traced-command.js';
import type { CommandDeps, CommandError, CommandOutcome, CommandRequest } from './command-request.js';
import { consider, type NamedRequest } from './consider.js';
import { randomPause } from './pause.js';
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
      position: position - lastRevision + firstRevision + index,
    }),
  );

const attempt = (
  deps: CommandDeps,
  request: NamedRequest,
  left: number,
): TE.TaskEither<CommandError, CommandOutcome> => {
  const { commandId, kind, id } = request;
  const { pause = randomPause } = deps;
  const stream = streamOf(kind, id, deps.prefix ?? defaultPrefix);
  const again = (): TE.TaskEither<CommandError, CommandOutcome> =>
    left > 1
      ? pipe(
          TE.fromTask(pause(attempts - left + 1)),
          TE.chain(() => attempt(deps, request, left - 1)),
        )
      : TE.left(refuse('StreamContended', { stream, attempts }));

  const append =
    (batch: Append): TE.TaskEither<CommandError, CommandOutcome> =>
    async () => {
      const appended = await deps.store.append(batch)();
      if (E.isRight(appended)) {
        // The store knows a repeat by its ids alone; whether it asked for the same is seen by reading it.
        if (appended.right.repeated) return again()();
        return E.right({ stream, commandId, repeated: false, events: standing(batch, appended.right) });
      }
      const error = appended.left;
      if (error.tag === 'RevisionConflict') return again()();
      // Somebody gave the same command meanwhile: its result is found by reading the stream once more.
      if (error.tag === 'EventIdTaken' && left > 1) return again()();
      return E.left(error);
    };

  return pipe(
    consider(deps, request),
    TE.chain((considered) =>
      considered.tag === 'Repeat' ? TE.right(considered.outcome) : append(considered.batch),
    ),
  );
};

/**
 * Runs a command: the one way in, the same for every aggregate. Loads the stream, folds it, decides,
 * appends, and does so again where somebody else wrote to the stream meanwhile, a few times at most.
 *
 * A command whose id is in the stream already gives what it brought about then, and writes nothing;
 * under the same id another content is refused. A repeat is recognised before anything is decided, and
 * also in a stream that was frozen after it. On a frozen stream everything else is refused.
 *
 * @returns the events it brought about; or the rule of the domain that refuses it, a fault of the
 *   request, or what the store could not do
 */
export const runCommand =
  (deps: CommandDeps) =>
  (request: CommandRequest): TE.TaskEither<CommandError, CommandOutcome> => {
    const { commandId = deps.newId() } = request;
    const named = { ...request, commandId };
    return tracedCommand(named, attempt(deps, named, attempts));
  };
