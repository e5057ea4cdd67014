import { closedAs, oneOf } from '../codec/closed.js';
import { Instant } from '../time/instant.js';
import { MunicipalityCode, Reference } from '../vocabulary/identifiers.js';
import { type Reason, reason } from '../vocabulary/reason.js';

/** How thanks were given. */
export const Manner = oneOf('manner', 'app', 'sms', 'mail', 'letter', 'social-media', 'in-person', 'other');

/** A municipality thanked its participants after a success. */
export type ParticipantsThanked = {
  /** whose participants were thanked */
  readonly municipality: MunicipalityCode;
  /** how, and under a reference of the vault what was written */
  readonly how: Reason<typeof Manner._A>;
  readonly at: Instant;
};
/** Codec of {@link ParticipantsThanked}. */
export const ParticipantsThanked = closedAs<ParticipantsThanked>('ParticipantsThanked', {
  municipality: MunicipalityCode,
  how: closedAs<Reason<typeof Manner._A>>('how', { code: Manner }, { note: Reference }),
  at: Instant,
});

/** The thanks of a municipality were taken back. */
export type ThanksWithdrawn = {
  readonly municipality: MunicipalityCode;
  readonly reason: Reason<'error' | 'other'>;
};
/** Codec of {@link ThanksWithdrawn}. */
export const ThanksWithdrawn = closedAs<ThanksWithdrawn>('ThanksWithdrawn', {
  municipality: MunicipalityCode,
  reason: reason('reason of withdrawal of thanks', 'error', 'other'),
});
