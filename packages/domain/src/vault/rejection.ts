import { authoritySentences } from '../authority.js';
import { both, type RejectionOf, refusing } from '../rejection.js';
import { local } from '../time/amsterdam.js';
import type { Instant } from '../time/instant.js';
import type { ConsultationReason } from './consult.js';

/** Every rule of forgetting, by the tag of its refusal. */
export const vaultSentences = {
  RoleNotAllowed: authoritySentences.RoleNotAllowed,
  AlreadyForgotten: (f: { readonly forgottenAt: Instant }) =>
    both(
      `This was forgotten at ${local(f.forgottenAt)}; nothing of it is left to forget.`,
      `Dit is vergeten op ${local(f.forgottenAt)}; er is niets meer van om te vergeten.`,
    ),
  RetentionNotOver: (f: { readonly until: Instant }) =>
    both(
      `This may be kept until ${local(f.until)}; forget it before that for another reason than retention.`,
      `Dit mag bewaard worden tot ${local(f.until)}; vergeet het eerder om een andere reden dan retention.`,
    ),
};
/** Why forgetting is refused, or why an event conflicts with its stream. */
export type VaultRejection = RejectionOf<typeof vaultSentences>;

/** A refusal with this tag and these facts. */
export const refuse = refusing(vaultSentences);

/** Every rule of reading what the vault keeps, by the tag of its refusal. */
export const consultationSentences = {
  RoleNotAllowed: authoritySentences.RoleNotAllowed,
  OutOfSight: (f: {
    readonly since: Instant;
    readonly reason: ConsultationReason;
    readonly reasons: ReadonlyArray<ConsultationReason>;
  }) =>
    both(
      `This is out of sight since ${local(f.since)} and not read for ${f.reason}; only a coordinator reads it, and only for ${f.reasons.join(' or ')}.`,
      `Dit is sinds ${local(f.since)} uit het zicht en wordt niet gelezen voor ${f.reason}; alleen een coördinator leest het, en alleen voor ${f.reasons.join(' of ')}.`,
    ),
  RetentionOver: (f: { readonly since: Instant }) =>
    both(
      `The time for keeping this was over at ${local(f.since)} and nobody may read it; burgernet vault retention destroys it.`,
      `De bewaartijd hiervan was op ${local(f.since)} voorbij en niemand mag het lezen; burgernet vault retention vernietigt het.`,
    ),
};
/** Why what the vault keeps is not shown. */
export type ConsultationRejection = RejectionOf<typeof consultationSentences>;

/** A refusal to show with this tag and these facts. */
export const refuseToShow = refusing(consultationSentences);
