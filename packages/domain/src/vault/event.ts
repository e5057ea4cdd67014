import type * as t from 'io-ts';
import { closed, oneOf } from '../codec/closed.js';
import { Instant } from '../time/instant.js';
import { PersonalDataKind } from '../vocabulary/codes.js';
import { reason } from '../vocabulary/reason.js';

/** Why personal data is forgotten; `retention` because the law's time for keeping it is over. */
export const ForgettingReason = oneOf('forgetting reason', 'retention', 'request', 'unlawful', 'error');
export type ForgettingReason = typeof ForgettingReason._A;

/**
 * What stood in the vault under the reference that names the stream is gone (domain: "Personal data").
 * It says what kind of text that was and since when it was kept, and nothing of the text.
 */
export const PersonalDataForgotten = closed('PersonalDataForgotten', {
  what: PersonalDataKind,
  keptSince: Instant,
  reason: reason('reason of forgetting', ...ForgettingReason.values),
});
/** What {@link PersonalDataForgotten} holds. */
export interface PersonalDataForgotten extends t.TypeOf<typeof PersonalDataForgotten> {}

export type VaultEvent = { readonly type: 'PersonalDataForgotten'; readonly data: PersonalDataForgotten };
