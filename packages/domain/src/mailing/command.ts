import type * as t from 'io-ts';
import type { Command } from '../command.js';
import { commandCodec } from '../command-codec.js';
import { MailingAssessed, MailingResponseReceived, MailingSent, MailingWithdrawn } from './event.js';

/** What each command on a mailing asks for: the event itself. */
export const mailingCommands = {
  SendMailing: MailingSent,
  ReceiveMailingResponse: MailingResponseReceived,
  AssessMailing: MailingAssessed,
  WithdrawMailing: MailingWithdrawn,
};

/** A command on one mailing. */
export type MailingCommand =
  | Command<'SendMailing', MailingSent>
  | Command<'ReceiveMailingResponse', MailingResponseReceived>
  | Command<'AssessMailing', MailingAssessed>
  | Command<'WithdrawMailing', MailingWithdrawn>;

/** Codec of {@link MailingCommand}. */
export const MailingCommand: t.Type<MailingCommand> = commandCodec('mailing', mailingCommands);
