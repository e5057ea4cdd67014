import type { EventOf } from '../event-of.js';
import type {
  ActionChanged,
  ActionEnded,
  ActionStarted,
  ActionWithdrawn,
  RunTimeExtended,
} from './life-events.js';
import type { ClosingMessageSent, ReachMeasured, SharesCounted } from './outreach-events.js';
import type { ResponseAssessed, ResponseReceived, ResponseWithdrawn } from './response-events.js';
import type {
  SuccessCorrected,
  SuccessMarked,
  SuccessRuledOut,
  SuccessWithdrawn,
  VerdictWithdrawn,
} from './success-events.js';
import type { ParticipantsThanked, ThanksWithdrawn } from './thanks-events.js';

/** Any event of an action. */
export type ActionEvent =
  | EventOf<'ActionStarted', ActionStarted>
  | EventOf<'ActionChanged', ActionChanged>
  | EventOf<'RunTimeExtended', RunTimeExtended>
  | EventOf<'ActionEnded', ActionEnded>
  | EventOf<'ActionWithdrawn', ActionWithdrawn>
  | EventOf<'ClosingMessageSent', ClosingMessageSent>
  | EventOf<'ReachMeasured', ReachMeasured>
  | EventOf<'SharesCounted', SharesCounted>
  | EventOf<'ResponseReceived', ResponseReceived>
  | EventOf<'ResponseWithdrawn', ResponseWithdrawn>
  | EventOf<'ResponseAssessed', ResponseAssessed>
  | EventOf<'SuccessMarked', SuccessMarked>
  | EventOf<'SuccessCorrected', SuccessCorrected>
  | EventOf<'SuccessWithdrawn', SuccessWithdrawn>
  | EventOf<'SuccessRuledOut', SuccessRuledOut>
  | EventOf<'VerdictWithdrawn', VerdictWithdrawn>
  | EventOf<'ParticipantsThanked', ParticipantsThanked>
  | EventOf<'ThanksWithdrawn', ThanksWithdrawn>;
