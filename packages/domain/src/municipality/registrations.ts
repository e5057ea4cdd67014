import { firstVersion } from '../first-version.js';
import { makeRegistry, type Registration, type Registry } from '../registry.js';
import { defaultPrefix } from '../stream.js';
import {
  AppDownloadsCounted,
  InhabitantsCounted,
  type MunicipalityEvent,
  ParticipantsCounted,
  SafetyOfficersCounted,
} from './event.js';

const first = firstVersion('municipality');

/** Every event type of a municipality, in every version that was ever written. Only ever added to. */
export const municipalityRegistrations: ReadonlyArray<Registration> = [
  first('ParticipantsCounted', ParticipantsCounted),
  first('InhabitantsCounted', InhabitantsCounted),
  first('SafetyOfficersCounted', SafetyOfficersCounted),
  first('AppDownloadsCounted', AppDownloadsCounted),
];

/** The registry of a municipality's events alone, for streams with this prefix. */
export const municipalityRegistry = (prefix: string = defaultPrefix): Registry<MunicipalityEvent> =>
  makeRegistry<MunicipalityEvent>(prefix, municipalityRegistrations);
