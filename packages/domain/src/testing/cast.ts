import type { Actor } from '../vocabulary/actor.js';
import { type Region, Role } from '../vocabulary/codes.js';
import { MunicipalityCode } from '../vocabulary/identifiers.js';
import { idOf } from './ids.js';
import { valid } from './valid.js';

/**
 * Two regions with few municipalities each: enough to tell places apart, and so few that generated
 * events meet in the same ones.
 */
export const municipalitiesOf: ReadonlyArray<{
  readonly region: Region;
  readonly codes: ReadonlyArray<MunicipalityCode>;
}> = [
  {
    region: 'midden-nederland',
    codes: ['GM0344', 'GM0034', 'GM0307', 'GM0402'].map((code) => valid(MunicipalityCode, code)),
  },
  { region: 'amsterdam', codes: ['GM0363', 'GM0457'].map((code) => valid(MunicipalityCode, code)) },
];

/** Somebody in a role; always the same one. */
export const actor = (role: Exclude<Role, 'municipality'>): Actor => ({
  role,
  id: idOf('actor', Role.values.indexOf(role)),
});

/** Somebody who acts for a municipality. */
export const official = (municipality: MunicipalityCode): Actor => ({
  role: 'municipality',
  id: idOf('actor', 0x100 + Number(municipality.slice(2))),
  municipality,
});
