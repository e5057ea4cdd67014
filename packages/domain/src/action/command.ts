import type * as t from 'io-ts';
import { closedAs } from '../codec/closed.js';
import type { Command } from '../command.js';
import { commandCodec } from '../command-codec.js';
import { Instant } from '../time/instant.js';
import { type Reason, reason } from '../vocabulary/reason.js';
import { ActionChanged, ActionStarted, ActionWithdrawn, RunTimeExtended } from './life-events.js';
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

/**
 * Ending an action. Without `endedAt` it ends now, or at `runsUntil` where that has passed; that the
 * run time was over is no reason to give, it follows.
 */
export type EndAction = {
  /** not before the start; absent: now */
  readonly endedAt?: Instant;
  readonly reason?: Reason<'found' | 'called-off' | 'other'>;
};
/** Codec of {@link EndAction}. */
export const EndAction = closedAs<EndAction>(
  'EndAction',
  {},
  { endedAt: Instant, reason: reason('reason of end', 'found', 'called-off', 'other') },
);

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
export type ActionCommand =
  | Command<'StartAction', ActionStarted>
  | Command<'ChangeAction', ActionChanged>
  | Command<'ExtendRunTime', RunTimeExtended>
  | Command<'EndAction', EndAction>
  | Command<'WithdrawAction', ActionWithdrawn>
  | Command<'SendClosingMessage', ClosingMessageSent>
  | Command<'MeasureReach', ReachMeasured>
  | Command<'CountShares', SharesCounted>
  | Command<'ReceiveResponse', ResponseReceived>
  | Command<'WithdrawResponse', ResponseWithdrawn>
  | Command<'AssessResponse', ResponseAssessed>
  | Command<'MarkSuccess', SuccessMarked>
  | Command<'CorrectSuccess', SuccessCorrected>
  | Command<'WithdrawSuccess', SuccessWithdrawn>
  | Command<'RuleOutSuccess', SuccessRuledOut>
  | Command<'WithdrawVerdict', VerdictWithdrawn>
  | Command<'ThankParticipants', ParticipantsThanked>
  | Command<'WithdrawThanks', ThanksWithdrawn>;

/** Codec of {@link ActionCommand}. */
export const ActionCommand: t.Type<ActionCommand> = commandCodec('action', actionCommands);
