export * from './event-store/port.js';
export * from './vault/port.js';
