import type { AnyTransition } from '../folding/streams.js';
import type { Changed } from '../ledger/difference.js';
import type { Cause } from '../ledger/posting.js';
import { actionCause, actionChanges } from './action.js';
import { mailingCause, mailingChanges } from './mailing.js';
import { municipalityCause, municipalityChanges } from './municipality.js';

/** Tells what an event changes in what its stream contributes, of whatever kind the stream is. */
export const changes = (transition: AnyTransition, changed: Changed): void => {
  switch (transition.kind) {
    case 'action':
      actionChanges(transition.before, transition.after, changed);
      break;
    case 'mailing':
      mailingChanges(transition.before, transition.after, changed);
      break;
    case 'municipality':
      municipalityChanges(transition.before, transition.after, changed);
      break;
    case 'publication':
    case 'vault':
      break;
  }
};

/** Why what an event changes is posted. */
export const causeOf = (transition: AnyTransition): Cause => {
  switch (transition.kind) {
    case 'action':
      return actionCause(transition.before, transition.event, transition.after);
    case 'mailing':
      return mailingCause(transition.event);
    case 'municipality':
      return municipalityCause(transition.before, transition.event);
    case 'publication':
    case 'vault':
      return 'new';
  }
};
