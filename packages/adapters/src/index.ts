export { memoryStore } from './event-store/memory-store.js';
export { openStore } from './event-store/open-store.js';
export * from './event-store/port.js';
export { followed, replayed } from './event-store/reading.js';
export { openSqlite } from './event-store/sqlite-store.js';
export { parseStoreUrl, type StoreAddress, type UnknownScheme } from './event-store/store-url.js';
export type { Mode } from './sqlite/format.js';
export * from './vault/port.js';
