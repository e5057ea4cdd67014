import { both, type Sentence } from './rejection.js';
import { type Act, acts, roleNames } from './vocabulary/acts.js';
import type { Role } from './vocabulary/codes.js';
import type { MunicipalityCode } from './vocabulary/identifiers.js';

/** Those in these roles, as a sentence names them: "a dispatcher or a coordinator". */
const anyOf = (roles: ReadonlyArray<Role>): Sentence =>
  both(
    roles.map((role) => roleNames[role].en).join(' or '),
    roles.map((role) => roleNames[role].nl).join(' of '),
  );

/** To whom it is to be left where somebody else may do it. */
const leaveTo = (allowed: ReadonlyArray<Role>): Sentence =>
  allowed.length === 1
    ? both(`leave it to ${anyOf(allowed).en}`, `laat het over aan ${anyOf(allowed).nl}`)
    : both('leave it to one of them', 'laat het aan een van hen over');

/**
 * Who may do what, and who may not.
 *
 * @param later who may do it after the end of an action, where that differs
 */
export const roleNotAllowed = (
  command: Act,
  role: Role,
  allowed: ReadonlyArray<Role>,
  later: ReadonlyArray<Role> = [],
): Sentence => {
  const [who, act, leave] = [anyOf(allowed), acts[command], leaveTo(allowed)];
  const [en, nl] = later.length === 0 ? ['', ''] : [' while the action runs', ' zolang de actie loopt'];
  const wait = later.includes(role)
    ? both(', or wait until the action has ended', ', of wacht tot de actie is afgelopen')
    : both('', '');
  return both(
    `Only ${who.en} may ${act.en}${en}, not ${roleNames[role].en}; ${leave.en}${wait.en}.`,
    `Alleen ${who.nl} mag ${act.nl}${nl}, ${roleNames[role].nl} niet; ${leave.nl}${wait.nl}.`,
  );
};

/** Refusals of who may do what, which aggregates share. */
export const authoritySentences = {
  RoleNotAllowed: (f: {
    readonly command: Act;
    readonly role: Role;
    readonly allowed: ReadonlyArray<Role>;
  }) => roleNotAllowed(f.command, f.role, f.allowed),
  NotItsMunicipality: (f: { readonly own: MunicipalityCode | null; readonly given: string }) =>
    both(
      `A municipality acts for itself, and ${f.own ?? 'one without a code'} cannot act for ${f.given}; leave it to ${f.given}.`,
      `Een gemeente handelt voor zichzelf, en ${f.own ?? 'een zonder code'} kan niet voor ${f.given} handelen; laat het over aan ${f.given}.`,
    ),
};
