import { both } from './rejection.js';
import type { Role } from './vocabulary/codes.js';
import type { MunicipalityCode } from './vocabulary/identifiers.js';

/** Refusals of who may do what, which aggregates share. */
export const authoritySentences = {
  RoleNotAllowed: (f: {
    readonly command: string;
    readonly role: Role;
    readonly allowed: ReadonlyArray<Role>;
  }) =>
    both(
      `${f.command} is not for the role ${f.role}; it is for ${f.allowed.join(' or ')}.`,
      `${f.command} is niet voor de rol ${f.role}; wel voor ${f.allowed.join(' of ')}.`,
    ),
  NotItsMunicipality: (f: { readonly own: MunicipalityCode | null; readonly given: string }) =>
    both(
      `A municipality acts for itself: ${f.own ?? 'one without a code'} cannot act for ${f.given}.`,
      `Een gemeente handelt voor zichzelf: ${f.own ?? 'een zonder code'} kan niet voor ${f.given} handelen.`,
    ),
};
