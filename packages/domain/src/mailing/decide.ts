import * as E from 'fp-ts/lib/Either.js';
import type { MailingKind, Role } from '../vocabulary/codes.js';
import type { MailingCommand } from './command.js';
import { conflictOf } from './conflict.js';
import type { MailingEvent, Sender } from './event.js';
import { type MailingRejection, refuse } from './rejection.js';
import type { MailingState } from './state.js';

/** Inquiries are the police teams' work, prevention messages the municipalities'; a coordinator may correct both. */
const allowedFor = (command: MailingCommand['type'], kind: MailingKind): ReadonlyArray<Role> => {
  const owner: Role = kind === 'prevention-message' ? 'municipality' : 'police-team';
  switch (command) {
    case 'SendMailing':
    case 'AssessMailing':
      return [owner];
    case 'ReceiveMailingResponse':
      return ['system', owner];
    case 'WithdrawMailing':
      return [owner, 'coordinator'];
  }
};

const mayNot = (command: MailingCommand, kind: MailingKind, sender: Sender): MailingRejection | undefined => {
  const roles = allowedFor(command.type, kind);
  const { role, municipality } = command.by;
  if (!roles.includes(role)) return refuse('RoleNotAllowed', { command: command.type, role, allowed: roles });
  const given: string = sender.code;
  return role === 'municipality' && municipality !== given
    ? refuse('NotItsMunicipality', { own: municipality ?? null, given })
    : undefined;
};

const eventOf = (command: MailingCommand): MailingEvent => {
  switch (command.type) {
    case 'SendMailing':
      return { type: 'MailingSent', data: command.data };
    case 'ReceiveMailingResponse':
      return { type: 'MailingResponseReceived', data: command.data };
    case 'AssessMailing':
      return { type: 'MailingAssessed', data: command.data };
    case 'WithdrawMailing':
      return { type: 'MailingWithdrawn', data: command.data };
  }
};

/**
 * Decides a command on a mailing (domain: "Words", "Mailing").
 *
 * @param command the command, with who gives it and when it is recorded
 * @param state the mailing so far; `undefined` where there is none
 * @returns the event to append, or the rule that refuses it. A refusal leaves no event.
 */
export const decide = (
  command: MailingCommand,
  state: MailingState | undefined,
): E.Either<MailingRejection, ReadonlyArray<MailingEvent>> => {
  const event = eventOf(command);
  const { recordedAt } = command;
  const broken = conflictOf(state, event, recordedAt);
  const about = command.type === 'SendMailing' ? command.data : state;
  const forbidden = about === undefined ? undefined : mayNot(command, about.kind, about.sender);
  const sentLater =
    event.type === 'MailingSent' && event.data.sentAt > recordedAt
      ? refuse('OccurredAfterRecorded', { field: 'sentAt', occurred: event.data.sentAt, recordedAt })
      : undefined;
  const refusal = forbidden ?? broken ?? sentLater;
  return refusal === undefined ? E.right([event]) : E.left(refusal);
};
