import { firstVersion } from '../first-version.js';
import { makeRegistry, type Registration, type Registry } from '../registry.js';
import { defaultPrefix } from '../stream.js';
import { PersonalDataForgotten, type VaultEvent } from './event.js';

const first = firstVersion('vault');

/** Every event type of the vault, in every version that was ever written. Only ever added to. */
export const vaultRegistrations: ReadonlyArray<Registration> = [
  first('PersonalDataForgotten', PersonalDataForgotten),
];

/** The registry of the vault's events alone, for streams with this prefix. */
export const vaultRegistry = (prefix: string = defaultPrefix): Registry<VaultEvent> =>
  makeRegistry<VaultEvent>(prefix, vaultRegistrations);
