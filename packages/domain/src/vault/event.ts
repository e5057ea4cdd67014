import { closedAs, oneOf } from '../codec/closed.js';
import type { EventOf } from '../event-of.js';
import { Instant } from '../time/instant.js';
import { PersonalDataKind } from '../vocabulary/codes.js';
import { type Reason, reason } from '../vocabulary/reason.js';

/** Why personal data is forgotten; `retention` because the law's time for keeping it is over. */
export const ForgettingReason = oneOf('forgetting reason', 'retention', 'request', 'unlawful', 'error');
export type ForgettingReason = typeof ForgettingReason._A;

/**
 * What stood in the vault under the reference that names the stream is gone (domain: "Personal data").
 * It says what kind of text that was and since when it was kept, and nothing of the text.
 */
export type PersonalDataForgotten = {
  /** what kind of text it was */
  readonly what: PersonalDataKind;
  readonly keptSince: Instant;
  readonly reason: Reason<ForgettingReason>;
};
/** Codec of {@link PersonalDataForgotten}. */
export const PersonalDataForgotten = closedAs<PersonalDataForgotten>('PersonalDataForgotten', {
  what: PersonalDataKind,
  keptSince: Instant,
  reason: reason('reason of forgetting', ...ForgettingReason.values),
});

/** Any event of what the vault keeps under one reference. */
export type VaultEvent = EventOf<'PersonalDataForgotten', PersonalDataForgotten>;
