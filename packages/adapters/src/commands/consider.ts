import { isStreamId, type Uuid } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Append } from '../event-store/port.js';
import type { DomainRejection } from './aggregates.js';
import type { CommandDeps, CommandError, CommandOutcome, CommandRequest } from './command-request.js';
import { decideOn } from './decide-on.js';
import { asksTheSame, type FirstResult, firstResultOf } from './first-result.js';
import { newEvents } from './new-events.js';
import { type OpenedStream, readOpened } from './opened-stream.js';
import { leafFaultOf, refuse } from './rejection.js';
import type { StreamFold } from './stream-fold.js';

/** A request whose command has an id. */
export interface NamedRequest extends CommandRequest {
  readonly commandId: Uuid;
}

/** What a command would bring about on its stream as it stands. */
export type Considered =
  /** it was given before: its first result stands */
  | { readonly tag: 'Repeat'; readonly outcome: CommandOutcome }
  | { readonly tag: 'New'; readonly batch: Append };

/** The first result, where the command that gave it asked for the same. */
const repeated = (
  stream: string,
  result: FirstResult,
  request: NamedRequest,
): E.Either<CommandError, Considered> => {
  const { commandId } = request;
  const { recordedAt } = result.first.recorded;
  const events = result.all.map(({ stored }) => stored);
  return asksTheSame(result, request)
    ? E.right({ tag: 'Repeat', outcome: { stream, commandId, repeated: true, events } })
    : E.left(refuse('CommandIdReused', { stream, commandId, recordedAt }));
};

/** A batch whose events each have a leaf to stand in whole. */
const provable = (append: Append): E.Either<CommandError, Append> => {
  const { stream, expected, events } = append;
  const first = expected === 'no-stream' ? 0 : expected + 1;
  for (const [ordinal, event] of events.entries()) {
    const fault = leafFaultOf({ ...event, stream, revision: first + ordinal });
    if (fault !== undefined) return E.left(fault);
  }
  return E.right(append);
};

/** The batch that the command asks to append to the stream as it stands. */
const batchOf = (
  deps: Pick<CommandDeps, 'registry' | 'tolerance'>,
  fold: StreamFold<DomainRejection>,
  request: NamedRequest,
): E.Either<CommandError, Considered> =>
  pipe(
    decideOn(fold, request, deps.tolerance),
    E.chainW(({ recordedAt, decided }) => {
      const [first, ...rest] = newEvents(deps.registry, decided, { ...request, about: request, recordedAt });
      if (first === undefined) throw new Error(`${request.type} was decided without an event.`);
      return provable({ stream: fold.name, expected: fold.revision, events: [first, ...rest] });
    }),
    E.map((batch) => ({ tag: 'New', batch })),
  );

/** The same, on a stream that was read. */
export const considerOn = (
  deps: Pick<CommandDeps, 'registry' | 'tolerance'>,
  { fold, steps }: OpenedStream,
  request: NamedRequest,
): E.Either<CommandError, Considered> => {
  const first = firstResultOf(steps, request, request.commandId);
  return first === undefined ? batchOf(deps, fold, request) : repeated(fold.name, first, request);
};

/**
 * Decides a command on its stream as it stands and writes nothing: what it would bring about, or what it
 * brought about when it was given first, or why it is refused.
 */
export const consider = (
  deps: Pick<CommandDeps, 'store' | 'registry' | 'prefix' | 'tolerance'>,
  request: NamedRequest,
): TE.TaskEither<CommandError, Considered> => {
  const { kind, id } = request;
  if (!isStreamId(kind, id)) return TE.left(refuse('IdMalformed', { kind, id }));
  return pipe(
    readOpened(deps, request),
    TE.chainEitherKW((opened) => considerOn(deps, opened, request)),
  );
};
