export * from '../beside.js';
export { MunicipalityCommand, municipalityCommands } from './command.js';
export { decideMunicipality, type MunicipalityDecider, municipalityDecider } from './decider.js';
export * from './event.js';
export { municipalityRegistrations, municipalityRegistry } from './registrations.js';
export { type MunicipalityRejection, municipalitySentences } from './rejection.js';
export * from './state.js';
