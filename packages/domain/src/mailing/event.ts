import * as t from 'io-ts';
import { Count, closed } from '../codec/closed.js';
import { Instant } from '../time/instant.js';
import { MailingKind, Region, SenderKind } from '../vocabulary/codes.js';
import { MunicipalityCode, Reference, Uuid } from '../vocabulary/identifiers.js';
import { reason } from '../vocabulary/reason.js';
import { SenderCode } from '../vocabulary/sender.js';

/** Who sent a mailing: a police team, or a municipality by its CBS code. */
export const Sender = closed('sender', { code: SenderCode, kind: SenderKind });
/** What {@link Sender} holds. */
export interface Sender extends t.TypeOf<typeof Sender> {}

/** One mailing, however many it addresses. */
export const MailingSent = closed(
  'MailingSent',
  { region: Region, kind: MailingKind, sender: Sender, sentAt: Instant },
  { municipality: MunicipalityCode, addressees: Count, messageReference: Reference },
);
/** What {@link MailingSent} holds. */
export interface MailingSent extends t.TypeOf<typeof MailingSent> {}

/** Somebody answered a mailing. */
export const MailingResponseReceived = closed(
  'MailingResponseReceived',
  { responseId: Uuid, receivedAt: Instant },
  { contentReference: Reference },
);
/** What {@link MailingResponseReceived} holds. */
export interface MailingResponseReceived extends t.TypeOf<typeof MailingResponseReceived> {}

/** Whether a mailing gave relevant information, and whether that was for the case in question. */
export const MailingAssessed = closed('MailingAssessed', { relevant: t.boolean, toTheCase: t.boolean });
/** What {@link MailingAssessed} holds. */
export interface MailingAssessed extends t.TypeOf<typeof MailingAssessed> {}

/** The mailing counts no more, as if it had never been sent. */
export const MailingWithdrawn = closed('MailingWithdrawn', {
  reason: reason('reason of withdrawal of a mailing', 'error', 'hoax', 'duplicate', 'other'),
});
/** What {@link MailingWithdrawn} holds. */
export interface MailingWithdrawn extends t.TypeOf<typeof MailingWithdrawn> {}

/** What the events of a mailing hold, by type; the codec is the type. */
export type MailingEvent =
  | { readonly type: 'MailingSent'; readonly data: MailingSent }
  | { readonly type: 'MailingResponseReceived'; readonly data: MailingResponseReceived }
  | { readonly type: 'MailingAssessed'; readonly data: MailingAssessed }
  | { readonly type: 'MailingWithdrawn'; readonly data: MailingWithdrawn };
