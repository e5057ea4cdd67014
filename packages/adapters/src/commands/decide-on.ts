import { type ClockRejection, defaultTolerance, type Instant, momentOfRecording } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { DomainRejection } from './aggregates.js';
import { type CommandFault, refuse } from './rejection.js';
import type { Asking, Decided, Freeze, StreamFold } from './stream-fold.js';

/** What a command brings about, and when that is recorded. */
export interface Decision {
  readonly recordedAt: Instant;
  readonly decided: ReadonlyArray<Decided>;
}

/** The refusal of whatever is asked of a frozen stream. */
export const frozen = (stream: string, { stored, reason, detail }: Freeze): CommandFault => {
  const { eventId, revision, position } = stored;
  return refuse('StreamFrozen', { stream, eventId, revision, position, reason, detail });
};

/**
 * Decides a command on a stream as it stands. A frozen stream refuses it; so does one whose last moment
 * of recording lies after the command's by more than the tolerance.
 *
 * @param tolerance in milliseconds
 */
export const decideOn = (
  { name, freeze, standing }: StreamFold<DomainRejection>,
  asking: Asking,
  tolerance: number = defaultTolerance,
): E.Either<CommandFault | ClockRejection | DomainRejection, Decision> => {
  if (freeze !== undefined) return E.left(frozen(name, freeze));
  const now = standing();
  return pipe(
    momentOfRecording(name, now.recordedAt, asking.recordedAt, tolerance),
    E.bindTo('recordedAt'),
    E.bindW('decided', ({ recordedAt }) => now.decide({ ...asking, recordedAt })),
  );
};
