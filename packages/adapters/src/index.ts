export * from './event-store/port.js';
export { followed, replayed } from './event-store/reading.js';
export { assumptions } from './interchange/tables/assumptions.js';
export type { Municipality, PublishedYear } from './interchange/tables/published-year.js';
export { readMunicipalities, readTables, tablesOf2021 } from './interchange/tables/read-tables.js';
export { type Reconstruction, reconstruct } from './interchange/tables/reconstruct.js';
export type { ReconstructedEvent } from './interchange/tables/recording.js';
export type { TablesError } from './interchange/tables/tables-error.js';
export * from './vault/port.js';
