import { type ClockRejection, defaultTolerance, type Instant, momentOfRecording } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { ExpectedRevision } from '../event-store/port.js';
import type { DomainRejection } from './aggregates.js';
import { type CommandFault, refuse } from './rejection.js';
import type { Asking, Decision, Freeze, Standing, StreamFold } from './stream-fold.js';

/** A stream that commands can be decided on. */
export interface Decidable {
  readonly name: string;
  readonly revision: ExpectedRevision;
  readonly standing: Standing<DomainRejection>;
}

/** The refusal of whatever is asked of a frozen stream. */
export const frozen = (stream: string, { stored, reason, detail }: Freeze): CommandFault => {
  const { eventId, revision, position } = stored;
  return refuse('StreamFrozen', { stream, eventId, revision, position, reason, detail });
};

/** The stream as it was folded; a frozen one refuses every command. */
export const decidable = (fold: StreamFold<DomainRejection>): E.Either<CommandFault, Decidable> => {
  const { name, revision, freeze } = fold;
  return freeze === undefined
    ? E.right({ name, revision, standing: fold.standing() })
    : E.left(frozen(name, freeze));
};

/**
 * Decides a command on a stream as it stands. It is refused where the stream's last moment of recording lies
 * after the command's by more than the tolerance.
 *
 * @param clock the writer's
 * @param tolerance in milliseconds
 */
export const decideOn = (
  { name, standing }: Pick<Decidable, 'name' | 'standing'>,
  asking: Asking,
  clock: Instant,
  tolerance: number = defaultTolerance,
): E.Either<CommandFault | ClockRejection | DomainRejection, Decision> => {
  const moment = momentOfRecording(name, standing.recordedAt, clock, tolerance);
  if (E.isLeft(moment)) return moment;
  const recordedAt = moment.right;
  const decided = standing.decide(asking, recordedAt);
  return E.isLeft(decided) ? decided : E.right({ recordedAt, decided: decided.right });
};
