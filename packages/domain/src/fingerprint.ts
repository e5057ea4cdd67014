import { type Utf8, utf8Of } from './codec/utf8.js';
import type { StoredEvent } from './envelope.js';

/** What an event says. */
type Said = Pick<StoredEvent, 'type' | 'schemaVersion' | 'recordedAt' | 'data' | 'metadata'>;

/** What an event says as lines of UTF-8: metadata, data, type, recordedAt. */
export const linesOf = ({ metadata, data, type, recordedAt }: Said): Utf8 =>
  utf8Of(`${metadata}\n${data}\n${type}\n${recordedAt}`);

/**
 * Two 32-bit multiplicative hashes over the words of the lines, joined to a 53-bit number.
 *
 * @param lines of the event, as {@link linesOf} gives them
 */
export const fingerprintOf = ({ words, length }: Utf8, { schemaVersion, metadata }: Said): number => {
  const seed = Math.imul(schemaVersion, 31) ^ metadata.length;
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let at = 0; at * 4 < length; at++) {
    const word = words[at] ?? 0;
    a = Math.imul(a ^ word, 2654435761);
    b = Math.imul(b ^ word, 1597334677);
    // Products carry upwards only; this brings what stands in the high bits down again.
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
};

/**
 * A 53-bit fingerprint of what an event says: type, version, recordedAt, data and metadata as stored.
 * It tells contents of one event id apart; it proves nothing against an adversary (that is what the
 * Merkle tree is for), and is only ever compared on the machine that made it.
 */
export const fingerprint = (said: Said): number => fingerprintOf(linesOf(said), said);
