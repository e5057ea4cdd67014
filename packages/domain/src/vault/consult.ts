import { oneOf } from '../codec/closed.js';
import type { Instant } from '../time/instant.js';
import type { Role } from '../vocabulary/codes.js';
import { type ConsultationRejection, refuseToShow } from './rejection.js';
import { destroyFrom, outOfSightFrom, retentionStage } from './retention.js';

/** Why somebody reads what the vault keeps. */
export const ConsultationReason = oneOf(
  'consultation reason',
  'action',
  'investigation',
  'success',
  'request',
  'complaint',
  'accountability',
);
export type ConsultationReason = typeof ConsultationReason._A;

const readers: ReadonlyArray<Role> = ['dispatcher', 'coordinator', 'police-team'];
/** What is out of sight is only kept to answer complaints and to account for what was done with it. */
const ofOutOfSight: ReadonlyArray<ConsultationReason> = ['complaint', 'accountability'];

/** Who reads what, when and why. */
export interface Consultation {
  readonly role: Role;
  readonly reason: ConsultationReason;
  readonly keptSince: Instant;
  readonly now: Instant;
}

/**
 * Whether somebody may read what the vault keeps (domain: "Personal data"). Reading brings about no event;
 * the vault keeps a record of it.
 *
 * @returns the rule that refuses it, or `undefined` where there is none
 */
export const consultationRefusal = ({
  role,
  reason,
  keptSince,
  now,
}: Consultation): ConsultationRejection | undefined => {
  if (!readers.includes(role))
    return refuseToShow('RoleNotAllowed', { command: 'ConsultPersonalData', role, allowed: readers });
  switch (retentionStage(keptSince, now)) {
    case 'in-sight':
      return undefined;
    case 'out-of-sight':
      return role === 'coordinator' && ofOutOfSight.includes(reason)
        ? undefined
        : refuseToShow('OutOfSight', { since: outOfSightFrom(keptSince), reason, reasons: ofOutOfSight });
    case 'over':
      return refuseToShow('RetentionOver', { since: destroyFrom(keptSince) });
  }
};
