import type { StoredEvent } from './envelope.js';

/**
 * Two 32-bit multiplicative hashes over the characters, joined to a 53-bit number. It tells contents
 * of one event id apart; it proves nothing against an adversary (that is what the Merkle tree is for).
 */
const mix = (text: string, seed1: number, seed2: number): [number, number] => {
  let a = seed1;
  let b = seed2;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  return [a, b];
};

/** A 53-bit fingerprint of what an event says: type, version, recordedAt, data and metadata as stored. */
export const fingerprint = (
  stored: Pick<StoredEvent, 'type' | 'schemaVersion' | 'recordedAt' | 'data' | 'metadata'>,
): number => {
  let [a, b] = mix(stored.type, 0xdeadbeef ^ stored.schemaVersion, 0x41c6ce57 ^ stored.schemaVersion);
  [a, b] = mix(stored.recordedAt, a, b);
  [a, b] = mix(stored.data, a, b);
  [a, b] = mix(stored.metadata, a, b);
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
};
