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

/**
 * Takes the steps, one after the other. A step that has nothing to act on, or that the domain refuses,
 * is skipped. After some of them, one of the last events or all since then are delivered again, as by a
 * consumer that resumes from an earlier position.
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

  steps.forEach((step, nth) => {
    deliveries.push(...take(step, nth));
    if (stored.length === 0 || !isAmong(duplicates, step.again)) return;
    const back = picksOf(step.when).below(Math.min(10, stored.length)) + 1;
    const again = stored.slice(-back);
    deliveries.push(...(step.again % 2 === 0 ? again : again.slice(0, 1)));
  });
  return { stored, deliveries };
};
