import { isStreamId, type Uuid } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Append } from '../event-store/port.js';
import type { CommandDeps, CommandError, CommandOutcome, CommandRequest } from './command-request.js';
import { type Decidable, decidable, decideOn } from './decide-on.js';
import { asksTheSame, type FirstResult, firstResultOf } from './first-result.js';
import { newEvents } from './new-events.js';
import { type OpenedStream, readOpened } from './opened-stream.js';
import { type CommandFault, leafFaultOf, refuse } from './rejection.js';
import type { Decision } from './stream-fold.js';

/** A request whose command has an id. */
export interface NamedRequest extends CommandRequest {
  readonly commandId: Uuid;
}

/** What a command would bring about on its stream as it stands. */
export type Considered =
  /** it was given before: its first result stands */
  | { readonly tag: 'Repeat'; readonly outcome: CommandOutcome }
  | { readonly tag: 'New'; readonly batch: Append; readonly decision: Decision };

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

/** What keeps an event of a batch from standing whole in its leaf. */
const faultIn = ({ stream, expected, events }: Append): CommandFault | undefined => {
  let revision = expected === 'no-stream' ? 0 : expected + 1;
  for (const event of events) {
    const fault = leafFaultOf(stream, revision++, event);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

/** What the command asks to append to the stream as it stands. */
export const considerNew = (
  deps: Pick<CommandDeps, 'registry' | 'tolerance'>,
  on: Decidable,
  request: NamedRequest,
): E.Either<CommandError, Considered> => {
  const decision = decideOn(on, request, request.recordedAt, deps.tolerance);
  if (E.isLeft(decision)) return decision;
  const [first, ...rest] = newEvents(deps.registry, decision.right, request);
  if (first === undefined) throw new Error(`${request.type} was decided without an event.`);
  const batch: Append = { stream: on.name, expected: on.revision, events: [first, ...rest] };
  const fault = faultIn(batch);
  return fault === undefined ? E.right({ tag: 'New', batch, decision: decision.right }) : E.left(fault);
};

/** The same, on a stream that was read: a command that was given before has its first result. */
export const considerOn = (
  deps: Pick<CommandDeps, 'registry' | 'tolerance'>,
  { fold, steps }: OpenedStream,
  request: NamedRequest,
): E.Either<CommandError, Considered> => {
  const first = firstResultOf(steps, request, request.commandId);
  if (first !== undefined) return repeated(fold.name, first, request);
  const on = decidable(fold);
  return E.isLeft(on) ? on : considerNew(deps, on.right, request);
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
