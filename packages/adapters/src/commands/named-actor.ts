import {
  type Actor,
  both,
  type Instant,
  MunicipalityCode,
  type RejectionOf,
  Role,
  refusing,
  Uuid,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Vault, VaultError } from '../vault/port.js';
import { systemActor } from './system-actor.js';

/** Why a text does not say who acts. */
export const actorSentences = {
  ActorMalformed: (f: { readonly given: string; readonly roles: ReadonlyArray<string> }) =>
    both(
      `"${f.given}" does not say who acts; write it as ROLE:NAME, with one of the roles ${f.roles.join(', ')}.`,
      `"${f.given}" zegt niet wie handelt; schrijf het als ROL:NAAM, met een van de rollen ${f.roles.join(', ')}.`,
    ),
  ActorNotAMunicipality: (f: { readonly given: string }) =>
    both(
      `A municipality acts under its code, and "${f.given}" is none; write municipality:GM0344.`,
      `Een gemeente handelt onder haar code, en "${f.given}" is er geen; schrijf municipality:GM0344.`,
    ),
};
/** Why nobody can act so: a tag, the facts, and a sentence. */
export type ActorFault = RejectionOf<typeof actorSentences>;

const refuse = refusing(actorSentences);

/** Somebody by name, before the vault gave an id for it. */
export type NamedActor =
  | { readonly role: Exclude<Role, 'municipality'>; readonly name: string }
  | { readonly role: 'municipality'; readonly name: MunicipalityCode }
  /** the system itself, which has no name */
  | { readonly role: 'system'; readonly name: undefined };

/** What may be said of who acts where a name may not: the role, and of a municipality its code. */
export const codeOf = (named: NamedActor): object =>
  named.role === 'municipality' ? { role: named.role, code: named.name } : { role: named.role };

/**
 * Reads who acts, written `ROLE:NAME`; a municipality's name is its code, and `system` needs none.
 */
export const parseActor = (given: string): E.Either<ActorFault, NamedActor> => {
  if (given === 'system') return E.right({ role: 'system', name: undefined });
  const colon = given.indexOf(':');
  const role = given.slice(0, Math.max(colon, 0));
  const name = given.slice(colon + 1).trim();
  if (!Role.is(role) || name === '' || !name.isWellFormed() || name.includes('\0'))
    return E.left(refuse('ActorMalformed', { given, roles: Role.values }));
  if (role !== 'municipality') return E.right({ role, name });
  return MunicipalityCode.is(name)
    ? E.right({ role, name })
    : E.left(refuse('ActorNotAMunicipality', { given: name }));
};

/**
 * The actor that the log gets for a name: a role and a random id. The name goes to the vault.
 *
 * @param newId makes the id of somebody who never acted before
 * @returns asks for one, by who acts and when
 */
export const actorOf =
  (vault: Vault, newId: () => Uuid) =>
  (named: NamedActor, at: Instant): TE.TaskEither<VaultError, Actor> => {
    if (named.name === undefined) return TE.right(systemActor);
    return pipe(
      vault.actor(named.role, named.name, at, newId),
      TE.filterOrElse(
        Uuid.is,
        (id): VaultError => ({
          tag: 'VaultError',
          text: both(
            `The vault gives "${id}" for an actor, which is no UUID; it is damaged or of another making.`,
            `De kluis geeft "${id}" voor wie handelt, en dat is geen UUID; zij is beschadigd of van een ander.`,
          ),
        }),
      ),
      TE.map((id) =>
        named.role === 'municipality'
          ? { role: named.role, id, municipality: named.name }
          : { role: named.role, id },
      ),
    );
  };
