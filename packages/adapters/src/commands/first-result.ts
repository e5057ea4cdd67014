import { isDeepStrictEqual } from 'node:util';
import type { DomainEvent, Recorded, StoredEvent, StreamName, Uuid } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { DomainRejection } from './aggregates.js';
import { eventIdOf } from './event-id.js';
import type { Asking, Decided, Standing, StreamFold } from './stream-fold.js';

/** An event as it was taken into its stream, with the stream just before it. */
interface Step {
  readonly before: Standing<DomainRejection>;
  readonly recorded: Recorded<DomainEvent>;
  readonly stored: StoredEvent;
}

/** What led a stream to where it stands, by event id. What stands behind an event that cannot be read is not in it. */
export type Steps = ReadonlyMap<string, Step>;

/**
 * Folds a stream and keeps every step.
 *
 * @param steps that led to where the fold stands; like the fold they go on from there
 */
export const foldSteps = (
  fold: StreamFold<DomainRejection>,
  events: ReadonlyArray<StoredEvent>,
  steps: Map<string, Step> = new Map(),
): Map<string, Step> => {
  for (const stored of events) {
    const stood = fold.standing();
    const taken = fold.take(stored);
    if (taken.tag === 'taken') steps.set(stored.eventId, { before: stood, recorded: taken.recorded, stored });
  }
  return steps;
};

/** What a command brought about when it was given first: at least one event. */
export interface FirstResult {
  readonly first: Step;
  readonly all: ReadonlyArray<Step>;
}

/**
 * What this command brought about before, known by the ids that derive from its own.
 *
 * @param about the stream that the steps are of
 */
export const firstResultOf = (steps: Steps, about: StreamName, commandId: Uuid): FirstResult | undefined => {
  const first = steps.get(eventIdOf(about, commandId, 0));
  if (first === undefined) return undefined;
  const all = [first];
  for (let step = steps.get(eventIdOf(about, commandId, 1)); step !== undefined; ) {
    all.push(step);
    step = steps.get(eventIdOf(about, commandId, all.length));
  }
  return { first, all };
};

const says = ({ event, byRule }: Decided, { by }: Asking, step: Step | undefined): boolean => {
  if (step === undefined || !isDeepStrictEqual(event, step.recorded.event)) return false;
  const { role, municipality } = step.recorded.metadata;
  return byRule || (role === by.role && municipality === by.municipality);
};

/**
 * Whether a command asks for what the first one under its id brought about: decided again where the
 * stream stood then, at the moment recorded then, it gives the same events by the same role.
 *
 * The actor's id is not compared. It is random and stands for a name that the vault may have forgotten
 * since; a repeat by the same person would then come under another id.
 */
export const asksTheSame = ({ first, all }: FirstResult, asking: Asking): boolean => {
  const again = first.before.decide(asking, first.recorded.recordedAt);
  return (
    E.isRight(again) &&
    again.right.length === all.length &&
    again.right.every((decided, ordinal) => says(decided, asking, all[ordinal]))
  );
};
