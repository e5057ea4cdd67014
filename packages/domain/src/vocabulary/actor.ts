import type * as t from 'io-ts';
import { closed } from '../codec/closed.js';
import { Role } from './codes.js';
import { MunicipalityCode, Uuid } from './identifiers.js';

/**
 * Who acts: a role and a random id. The name behind the id stands in the vault. For the role
 * `municipality` the code says which one it is; a code is not personal data.
 */
export const Actor = closed('actor', { role: Role, id: Uuid }, { municipality: MunicipalityCode });
export interface Actor extends t.TypeOf<typeof Actor> {}
