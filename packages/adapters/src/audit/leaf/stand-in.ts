import { createHash } from 'node:crypto';

/** The SHA-256 of some bytes, or of a text in UTF-8, in lower-case hexadecimal digits. */
export const sha256Hex = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Stands in a leaf for a text that is no value of its own there: the very bytes of it. */
export const rawStandIn = (text: string): string =>
  `{"raw":"${Buffer.from(text, 'utf8').toString('base64')}"}`;

/** Stands in a leaf for a text that is too long for it. */
export const hashStandIn = (text: string): string => `{"sha256":"${sha256Hex(text)}"}`;

/** Whether a canonical form is one that only a stand-in may have. */
export const looksLikeStandIn = (canonical: string): boolean =>
  /^\{"(?:raw|sha256)":/.test(canonical) && Object.keys(JSON.parse(canonical)).length === 1;
