import * as t from 'io-ts';
import { Count, closedAs } from '../codec/closed.js';
import type { EventOf } from '../event-of.js';
import { Instant } from '../time/instant.js';
import { MailingKind, Region, SenderKind } from '../vocabulary/codes.js';
import { MunicipalityCode, Reference, Uuid } from '../vocabulary/identifiers.js';
import { type Reason, reason } from '../vocabulary/reason.js';
import { SenderCode } from '../vocabulary/sender.js';

/** Who sent a mailing: a police team, or a municipality by its CBS code. */
export type Sender = {
  /** of the team, or the CBS code of the municipality */
  readonly code: SenderCode;
  readonly kind: SenderKind;
};
/** Codec of {@link Sender}. */
export const Sender = closedAs<Sender>('sender', { code: SenderCode, kind: SenderKind });

/** One mailing, however many it addresses. */
export type MailingSent = {
  /** the police region that it belongs to */
  readonly region: Region;
  readonly kind: MailingKind;
  readonly sender: Sender;
  readonly sentAt: Instant;
  /** absent: not attributed */
  readonly municipality?: MunicipalityCode;
  /** people whom it was sent to */
  readonly addressees?: number;
  /** of the message in the vault; never the message itself */
  readonly messageReference?: Reference;
};
/** Codec of {@link MailingSent}. */
export const MailingSent = closedAs<MailingSent>(
  'MailingSent',
  { region: Region, kind: MailingKind, sender: Sender, sentAt: Instant },
  { municipality: MunicipalityCode, addressees: Count, messageReference: Reference },
);

/** Somebody answered a mailing. */
export type MailingResponseReceived = {
  readonly responseId: Uuid;
  readonly receivedAt: Instant;
  /** of the answer, in the vault; never the text itself */
  readonly contentReference?: Reference;
};
/** Codec of {@link MailingResponseReceived}. */
export const MailingResponseReceived = closedAs<MailingResponseReceived>(
  'MailingResponseReceived',
  { responseId: Uuid, receivedAt: Instant },
  { contentReference: Reference },
);

/** Whether a mailing gave relevant information, and whether that was for the case in question. */
export type MailingAssessed = {
  readonly relevant: boolean;
  /** implies that it is relevant */
  readonly toTheCase: boolean;
};
/** Codec of {@link MailingAssessed}. */
export const MailingAssessed = closedAs<MailingAssessed>('MailingAssessed', {
  relevant: t.boolean,
  toTheCase: t.boolean,
});

/** The mailing counts no more, as if it had never been sent. */
export type MailingWithdrawn = { readonly reason: Reason<'error' | 'hoax' | 'duplicate' | 'other'> };
/** Codec of {@link MailingWithdrawn}. */
export const MailingWithdrawn = closedAs<MailingWithdrawn>('MailingWithdrawn', {
  reason: reason('reason of withdrawal of a mailing', 'error', 'hoax', 'duplicate', 'other'),
});

/** Any event of a mailing. */
export type MailingEvent =
  | EventOf<'MailingSent', MailingSent>
  | EventOf<'MailingResponseReceived', MailingResponseReceived>
  | EventOf<'MailingAssessed', MailingAssessed>
  | EventOf<'MailingWithdrawn', MailingWithdrawn>;
