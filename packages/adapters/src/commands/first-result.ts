import { isDeepStrictEqual } from 'node:util';
import type { DomainEvent, Recorded, StoredEvent, Uuid } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { DomainRejection } from './aggregates.js';
import type { Asking, Decided, Standing, StreamFold } from './stream-fold.js';

/** What a command brought about when it was given first. */
export interface FirstResult {
  /** the stream just before it */
  readonly before: Standing<DomainRejection>;
  readonly recorded: readonly [Recorded<DomainEvent>, ...ReadonlyArray<Recorded<DomainEvent>>];
  readonly stored: ReadonlyArray<StoredEvent>;
}

/**
 * Folds a stream and finds in it what a command brought about: the events that carry its id. What
 * stands behind an event that cannot be read is not looked at.
 */
export const foldAndFind = (
  fold: StreamFold<DomainRejection>,
  events: ReadonlyArray<StoredEvent>,
  commandId: Uuid,
): FirstResult | undefined => {
  let found: FirstResult | undefined;
  for (const stored of events) {
    const before = fold.standing();
    const taken = fold.take(stored);
    if (taken.tag !== 'taken' || taken.recorded.metadata.commandId !== commandId) continue;
    const { recorded } = taken;
    found =
      found === undefined
        ? { before, recorded: [recorded], stored: [stored] }
        : { ...found, recorded: [...found.recorded, recorded], stored: [...found.stored, stored] };
  }
  return found;
};

const says = (
  { event, byRule }: Decided,
  { by }: Asking,
  recorded: Recorded<DomainEvent> | undefined,
): boolean =>
  recorded !== undefined &&
  isDeepStrictEqual(event, recorded.event) &&
  (byRule || (recorded.metadata.role === by.role && recorded.metadata.municipality === by.municipality));

/**
 * Whether a command asks for what the first one under its id brought about: decided again where the
 * stream stood then, at the moment recorded then, it gives the same events by the same role.
 *
 * The actor's id is not compared. It is random and stands for a name that the vault may have forgotten
 * since; a repeat by the same person would then come under another id.
 */
export const asksTheSame = (first: FirstResult, asking: Asking): boolean => {
  const { before, recorded } = first;
  const again = before.decide({ ...asking, recordedAt: recorded[0].recordedAt });
  return (
    E.isRight(again) &&
    again.right.length === recorded.length &&
    again.right.every((decided, ordinal) => says(decided, asking, recorded[ordinal]))
  );
};
