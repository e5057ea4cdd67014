import type { Decider } from '../decider.js';
import { type MunicipalityCommand, municipalityCommands } from './command.js';
import { conflictOf } from './conflict.js';
import { decideMunicipality } from './decide.js';
import type { MunicipalityEvent } from './event.js';
import type { MunicipalityRejection } from './rejection.js';
import { evolveMunicipality, type MunicipalityState } from './state.js';

/** What is counted of one municipality in one calendar year. */
export const municipalityDecider: Decider<
  MunicipalityCommand,
  MunicipalityEvent,
  MunicipalityState,
  MunicipalityRejection
> = {
  kind: 'municipality',
  commands: municipalityCommands,
  decide: decideMunicipality,
  conflictOf,
  evolve: evolveMunicipality,
  isByRule: () => false,
};
