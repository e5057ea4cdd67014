import { createHash } from 'node:crypto';

/** The SHA-256 of some bytes, or of a text in UTF-8, in lower-case hexadecimal digits. */
export const sha256Hex = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Stands in a leaf for a text that is no value of its own there: the very bytes of it. */
export const rawStandIn = (text: string): string =>
  `{"raw":"${Buffer.from(text, 'utf8').toString('base64')}"}`;

/** Stands in a leaf for a text that is too long for it. */
export const hashStandIn = (text: string): string => `{"sha256":"${sha256Hex(text)}"}`;

/** Whether a value is one that only a stand-in may be. */
export const looksLikeStandIn = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, 'raw') || Object.hasOwn(value, 'sha256')) &&
  Object.keys(value).length === 1;
