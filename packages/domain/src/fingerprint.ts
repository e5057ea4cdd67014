import type { StoredEvent } from './envelope.js';

/** Every Node and every browser has it; the library of the language alone does not name it. */
declare class TextEncoder {
  encodeInto(source: string, destination: Uint8Array): { readonly read: number; readonly written: number };
}

const encoder = new TextEncoder();
/** A multiple of four bytes, and most events at once. */
const bytes = new Uint8Array(4_096);
const words = new Uint32Array(bytes.buffer);

/** Two 32-bit multiplicative hashes over words, joined to a 53-bit number. */
const hash = (text: string, seed: number): number => {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  let rest = text;
  while (rest !== '') {
    // A word at a time, out of one call for all of the text: a call for each character costs twice that.
    const { read, written } = encoder.encodeInto(rest, bytes);
    bytes.fill(0, written, (written + 3) & ~3);
    for (let at = 0; at * 4 < written; at++) {
      const word = words[at] ?? 0;
      a = Math.imul(a ^ word, 2654435761);
      b = Math.imul(b ^ word, 1597334677);
      // Products carry upwards only; this brings what stands in the high bits down again.
      a ^= a >>> 15;
      b ^= b >>> 13;
    }
    rest = rest.slice(read);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
};

/**
 * A 53-bit fingerprint of what an event says: type, version, recordedAt, data and metadata as stored.
 * It tells contents of one event id apart; it proves nothing against an adversary (that is what the
 * Merkle tree is for), and means nothing on another machine.
 */
export const fingerprint = ({
  type,
  schemaVersion,
  recordedAt,
  data,
  metadata,
}: Pick<StoredEvent, 'type' | 'schemaVersion' | 'recordedAt' | 'data' | 'metadata'>): number =>
  hash(`${type}\n${recordedAt}\n${data}\n${metadata}`, Math.imul(schemaVersion, 31) ^ data.length);
