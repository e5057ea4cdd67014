import type * as t from 'io-ts';
import { closed } from '../codec/closed.js';
import type { Given } from '../command.js';
import { Instant } from '../time/instant.js';
import { reason } from '../vocabulary/reason.js';
import {
  ActionChanged,
  ActionStarted,
  ActionWithdrawn,
  ClosingMessageSent,
  ParticipantsThanked,
  ReachMeasured,
  ResponseAssessed,
  ResponseReceived,
  ResponseWithdrawn,
  RunTimeExtended,
  SharesCounted,
  SuccessCorrected,
  SuccessMarked,
  SuccessRuledOut,
  SuccessWithdrawn,
  ThanksWithdrawn,
  VerdictWithdrawn,
} from './event.js';

/**
 * Ending an action. Without `endedAt` it ends now, or at `runsUntil` where that has passed; that the
 * run time was over is no reason to give, it follows.
 */
export const EndAction = closed(
  'EndAction',
  {},
  { endedAt: Instant, reason: reason('reason of end', 'found', 'called-off', 'other') },
);
export interface EndAction extends t.TypeOf<typeof EndAction> {}

/** What each command on an action asks for; most ask for the event itself. */
export const actionCommands = {
  StartAction: ActionStarted,
  ChangeAction: ActionChanged,
  ExtendRunTime: RunTimeExtended,
  EndAction,
  WithdrawAction: ActionWithdrawn,
  SendClosingMessage: ClosingMessageSent,
  MeasureReach: ReachMeasured,
  CountShares: SharesCounted,
  ReceiveResponse: ResponseReceived,
  WithdrawResponse: ResponseWithdrawn,
  AssessResponse: ResponseAssessed,
  MarkSuccess: SuccessMarked,
  CorrectSuccess: SuccessCorrected,
  WithdrawSuccess: SuccessWithdrawn,
  RuleOutSuccess: SuccessRuledOut,
  WithdrawVerdict: VerdictWithdrawn,
  ThankParticipants: ParticipantsThanked,
  WithdrawThanks: ThanksWithdrawn,
};

/** A command on one action. */
export type ActionCommand = Given &
  (
    | { readonly type: 'StartAction'; readonly data: ActionStarted }
    | { readonly type: 'ChangeAction'; readonly data: ActionChanged }
    | { readonly type: 'ExtendRunTime'; readonly data: RunTimeExtended }
    | { readonly type: 'EndAction'; readonly data: EndAction }
    | { readonly type: 'WithdrawAction'; readonly data: ActionWithdrawn }
    | { readonly type: 'SendClosingMessage'; readonly data: ClosingMessageSent }
    | { readonly type: 'MeasureReach'; readonly data: ReachMeasured }
    | { readonly type: 'CountShares'; readonly data: SharesCounted }
    | { readonly type: 'ReceiveResponse'; readonly data: ResponseReceived }
    | { readonly type: 'WithdrawResponse'; readonly data: ResponseWithdrawn }
    | { readonly type: 'AssessResponse'; readonly data: ResponseAssessed }
    | { readonly type: 'MarkSuccess'; readonly data: SuccessMarked }
    | { readonly type: 'CorrectSuccess'; readonly data: SuccessCorrected }
    | { readonly type: 'WithdrawSuccess'; readonly data: SuccessWithdrawn }
    | { readonly type: 'RuleOutSuccess'; readonly data: SuccessRuledOut }
    | { readonly type: 'WithdrawVerdict'; readonly data: VerdictWithdrawn }
    | { readonly type: 'ThankParticipants'; readonly data: ParticipantsThanked }
    | { readonly type: 'WithdrawThanks'; readonly data: ThanksWithdrawn }
  );
