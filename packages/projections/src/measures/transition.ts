import type { AnyTransition } from '../folding/streams.js';
import type { Cause, Contribution } from '../ledger/posting.js';
import { actionCause, actionChanges } from './action.js';
import { mailingCause, mailingChanges } from './mailing.js';
import { municipalityCause, municipalityChanges } from './municipality.js';

/** Takes one change of a contribution, with why it changed. */
type Post = (contribution: Contribution, amount: number, presence: number, cause: Cause) => void;

/**
 * Tells what an event changes in what its stream contributes, and why, of whatever kind the stream is. What
 * publications and the vault's streams say is never counted.
 */
export const changes = (transition: AnyTransition, post: Post): void => {
  switch (transition.kind) {
    case 'action': {
      const { before, event, after } = transition;
      actionChanges(before, after, (...change) => post(...change, actionCause(before, event, after)));
      break;
    }
    case 'mailing': {
      const { before, event, after } = transition;
      mailingChanges(before, after, (...change) => post(...change, mailingCause(event)));
      break;
    }
    case 'municipality': {
      const { before, event, after } = transition;
      municipalityChanges(before, after, (...change) => post(...change, municipalityCause(before, event)));
      break;
    }
  }
};
