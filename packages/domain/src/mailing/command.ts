import type { Given } from '../command.js';
import { MailingAssessed, MailingResponseReceived, MailingSent, MailingWithdrawn } from './event.js';

/** What each command on a mailing asks for: the event itself. */
export const mailingCommands = {
  SendMailing: MailingSent,
  ReceiveMailingResponse: MailingResponseReceived,
  AssessMailing: MailingAssessed,
  WithdrawMailing: MailingWithdrawn,
};

/** A command on one mailing. */
export type MailingCommand = Given &
  (
    | { readonly type: 'SendMailing'; readonly data: MailingSent }
    | { readonly type: 'ReceiveMailingResponse'; readonly data: MailingResponseReceived }
    | { readonly type: 'AssessMailing'; readonly data: MailingAssessed }
    | { readonly type: 'WithdrawMailing'; readonly data: MailingWithdrawn }
  );
