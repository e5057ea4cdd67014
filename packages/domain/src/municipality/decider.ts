import type { Decider } from '../decider.js';
import { type Decided, decidePlain } from '../plain.js';
import { type MunicipalityCommand, municipalityCommands } from './command.js';
import { conflictOf } from './conflict.js';
import { decide } from './decide.js';
import type { MunicipalityEvent } from './event.js';
import type { MunicipalityRejection } from './rejection.js';
import { evolveMunicipality, type MunicipalityState } from './state.js';

/** What may be asked of a municipality's year, what then happened, and what it is after that. */
export interface MunicipalityDecider
  extends Decider<MunicipalityCommand, MunicipalityEvent, MunicipalityState, MunicipalityRejection> {}

/** What is counted of one municipality in one calendar year. */
export const municipalityDecider: MunicipalityDecider = {
  kind: 'municipality',
  commands: municipalityCommands,
  decide,
  conflictOf,
  evolve: evolveMunicipality,
  isByRule: () => false,
};

/**
 * Decides a command as {@link municipalityDecider} does, and answers without fp-ts.
 *
 * @param command with who gives it and when it is recorded; from outside it is decoded first
 * @param state the year so far; `undefined` before its first event
 */
export const decideMunicipality: (
  command: MunicipalityCommand,
  state: MunicipalityState | undefined,
) => Decided<MunicipalityEvent, MunicipalityRejection> = decidePlain(municipalityDecider);
