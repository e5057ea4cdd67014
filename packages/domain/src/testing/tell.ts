import type { ActionState } from '../action/state.js';
import type { StoredEvent } from '../envelope.js';
import type { MailingState } from '../mailing/state.js';
import type { MunicipalityState } from '../municipality/state.js';
import type { PublicationState } from '../publication/state.js';
import type { Instant } from '../time/instant.js';
import type { VaultState } from '../vault/state.js';
import { actionPart } from './action-part.js';
import type { StepKind } from './deck.js';
import { mailingPart } from './mailing-part.js';
import { municipalityPart } from './municipality-part.js';
import { picksOf } from './picks.js';
import { publicationPart } from './publication-part.js';
import { emptyStage, type Lines } from './stage.js';
import { isAmong, type Step } from './step.js';
import { vaultPart } from './vault-part.js';

/** Bounds of a history; shares are from 0 to 1. */
export interface Bounds {
  readonly size: number;
  readonly actions: number;
  readonly imported: number;
  readonly duplicates: number;
}

/** A log, and how a consumer was told of it. */
export interface Told {
  readonly stored: ReadonlyArray<StoredEvent>;
  readonly deliveries: ReadonlyArray<StoredEvent>;
}

/** What is to be delivered again, and after which step. */
interface Repeat {
  readonly at: number;
  /** how many events stand before it in the log */
  readonly from: number;
  /** the one event, or all since */
  readonly alone: boolean;
}

/**
 * Takes the steps, one after the other. A step that has nothing to act on, or that the domain refuses,
 * is skipped. The event of some of them, or all events since, is delivered again up to ten steps later, as by a
 * consumer that resumes from an earlier position. A step brings its own repeat along, so that others can be left out
 * of a history that fails.
 *
 * @param start the log's clock at the beginning
 * @param deck the kinds of steps, see `deckOf`
 */
export const tell = (
  start: Instant,
  steps: ReadonlyArray<Step>,
  deck: ReadonlyArray<StepKind>,
  { size, actions, imported, duplicates }: Bounds,
): Told => {
  const { stored, play } = emptyStage(start, size, imported);
  const deliveries: StoredEvent[] = [];
  let acting = 0;
  const acts: Lines<ActionState> = new Map();
  const mails: Lines<MailingState> = new Map();
  const years: Lines<MunicipalityState> = new Map();
  const publications: Lines<PublicationState> = new Map();
  const references: Lines<VaultState> = new Map();

  /** Half of the steps stay with the action of the step before, so that much happens while it runs. */
  const slotOf = (step: Step): number => {
    if (step.slot % 2 === 0) acting = Math.floor(step.slot / 2) % actions;
    return acting;
  };

  const take = (step: Step, nth: number): ReadonlyArray<StoredEvent> => {
    const drawn = deck[step.kind % deck.length];
    switch (drawn?.on) {
      case 'action':
        return play(actionPart(drawn.kind), acts, slotOf(step), step, nth);
      case 'mailing':
        return play(mailingPart, mails, step.slot % Math.ceil(actions / 2), step, nth);
      case 'municipality':
        return play(municipalityPart, years, step.slot, step, nth);
      case 'publication':
        return play(publicationPart, publications, step.slot % 2, step, nth);
      case 'vault':
        return play(vaultPart, references, step.slot, step, nth);
      case undefined:
        return [];
    }
  };

  const repeats: Repeat[] = [];
  const repeatUpTo = (nth: number): void => {
    for (const { at, from, alone } of repeats.splice(0))
      if (at > nth) repeats.push({ at, from, alone });
      else deliveries.push(...stored.slice(from, alone ? from + 1 : undefined));
  };
  steps.forEach((step, nth) => {
    const told = take(step, nth);
    deliveries.push(...told);
    if (told.length > 0 && isAmong(duplicates, step.again)) {
      const [from, alone] = [stored.length - told.length, step.again % 2 === 1];
      repeats.push({ at: nth + picksOf(step.when).below(10), from, alone });
    }
    repeatUpTo(nth);
  });
  repeatUpTo(Number.POSITIVE_INFINITY);
  return { stored, deliveries };
};
