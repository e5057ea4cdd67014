export * from './event-store/port.js';
export { followed, replayed } from './event-store/reading.js';
export * from './vault/port.js';
