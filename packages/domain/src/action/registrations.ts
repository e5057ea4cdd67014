import { firstVersion } from '../first-version.js';
import { makeRegistry, type Registration, type Registry } from '../registry.js';
import { defaultPrefix } from '../stream.js';
import type { ActionEvent } from './event.js';
import {
  ActionChanged,
  ActionEnded,
  ActionStarted,
  ActionWithdrawn,
  RunTimeExtended,
} from './life-events.js';
import { ClosingMessageSent, ReachMeasured, SharesCounted } from './outreach-events.js';
import { ResponseAssessed, ResponseReceived, ResponseWithdrawn } from './response-events.js';
import {
  SuccessCorrected,
  SuccessMarked,
  SuccessRuledOut,
  SuccessWithdrawn,
  VerdictWithdrawn,
} from './success-events.js';
import { ParticipantsThanked, ThanksWithdrawn } from './thanks-events.js';

const first = firstVersion('action');

/** Every event type of an action, in every version that was ever written. Only ever added to. */
export const actionRegistrations: ReadonlyArray<Registration> = [
  first('ActionStarted', ActionStarted),
  first('ActionChanged', ActionChanged),
  first('RunTimeExtended', RunTimeExtended),
  first('ActionEnded', ActionEnded),
  first('ActionWithdrawn', ActionWithdrawn),
  first('ClosingMessageSent', ClosingMessageSent),
  first('ReachMeasured', ReachMeasured),
  first('SharesCounted', SharesCounted),
  first('ResponseReceived', ResponseReceived),
  first('ResponseWithdrawn', ResponseWithdrawn),
  first('ResponseAssessed', ResponseAssessed),
  first('SuccessMarked', SuccessMarked),
  first('SuccessCorrected', SuccessCorrected),
  first('SuccessWithdrawn', SuccessWithdrawn),
  first('SuccessRuledOut', SuccessRuledOut),
  first('VerdictWithdrawn', VerdictWithdrawn),
  first('ParticipantsThanked', ParticipantsThanked),
  first('ThanksWithdrawn', ThanksWithdrawn),
];

/** The registry of an action's events alone, for streams with this prefix. */
export const actionRegistry = (prefix: string = defaultPrefix): Registry<ActionEvent> =>
  makeRegistry<ActionEvent>(prefix, actionRegistrations);
