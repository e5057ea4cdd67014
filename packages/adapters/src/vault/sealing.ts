import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** AES-256-GCM with the 96-bit nonce and the 128-bit tag of NIST SP 800-38D. */
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** The length of a key, in bytes. */
export const keyBytes = 32;

/** A new random key. */
export const newKey = (): Buffer => randomBytes(keyBytes);

/**
 * Encrypts bytes, bound to what they belong to: nonce, ciphertext and tag, one behind the other. Every
 * sealing takes a fresh random nonce; a key seals a few times at most.
 *
 * @param bound is not encrypted, and opening asks for the same again
 */
export const seal = (key: Buffer, bytes: Buffer, bound: string): Buffer => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
};

/** What was sealed; `undefined` where key, bytes or what they are bound to are not those of the sealing. */
export const unseal = (key: Buffer, sealed: Buffer, bound: string): Buffer | undefined => {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const bytes = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
  try {
    return Buffer.concat([bytes, decipher.final()]);
  } catch {
    // The one thing that final() throws for here: the tag is another one.
    return undefined;
  }
};
