import { randomUUID } from 'node:crypto';
import { canonical } from '../interchange/canonical.js';
import type { MasterKey } from './master-key.js';
import type { KeptText, PlaceInLog, TextToKeep } from './port.js';
import { newKey, seal, unseal } from './sealing.js';

/** A text as a vault keeps it. */
export interface SealedText extends KeptText {
  /** random, and another one for each text */
  readonly keyId: string;
  readonly sealed: Buffer;
}

/** A sealed text with its key, wrapped. */
export interface TextWithKey {
  readonly text: SealedText;
  readonly wrapped: Buffer;
}

/** What a ciphertext is bound to: the place of the reference in the log, its key, and the reference itself. */
const boundTo = (reference: string, { eventId, stream, field }: PlaceInLog, keyId: string): string =>
  canonical({ eventId, stream, field, keyId, reference });

const keyBoundTo = (reference: string, keyId: string): string => canonical({ keyId, reference });

/** Encrypts a text under a new key of its own. */
export const sealText = (master: MasterKey, { text, ...about }: TextToKeep): TextWithKey => {
  const { reference, place } = about;
  const keyId = randomUUID();
  const key = newKey();
  return {
    text: { ...about, keyId, sealed: seal(key, Buffer.from(text), boundTo(reference, place, keyId)) },
    wrapped: master.wrap(key, keyBoundTo(reference, keyId)),
  };
};

/**
 * The text; `undefined` where the ciphertext, the key, the reference or any part of the place is not that
 * with which it was sealed.
 */
export const openText = (master: MasterKey, { text, wrapped }: TextWithKey): string | undefined => {
  const { reference, place, keyId, sealed } = text;
  const key = master.unwrap(wrapped, keyBoundTo(reference, keyId));
  return key === undefined
    ? undefined
    : unseal(key, sealed, boundTo(reference, place, keyId))?.toString('utf8');
};
