import { closedAs } from '../codec/closed.js';
import { Role } from './codes.js';
import { MunicipalityCode, Uuid } from './identifiers.js';

/** Who acts: a role and a random id. The name behind the id stands in the vault. */
export type Actor = {
  /** what somebody may do depends on it */
  readonly role: Role;
  /** random; the vault knows whose it is */
  readonly id: Uuid;
  /** which municipality it is that acts, for that role; a code is not personal data */
  readonly municipality?: MunicipalityCode;
};
/** Codec of {@link Actor}. */
export const Actor = closedAs<Actor>('actor', { role: Role, id: Uuid }, { municipality: MunicipalityCode });
