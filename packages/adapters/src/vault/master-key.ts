import { createHmac, hkdfSync } from 'node:crypto';
import { keyBytes, newKey, seal, unseal } from './sealing.js';

/**
 * What stands between a vault and whoever has its file alone: it encrypts the keys of the texts and hides
 * by what name somebody acts. It stands in a file of its own, never in the vault.
 */
export interface MasterKey {
  /** tells whether a vault is this key's; nothing of the key follows from it */
  readonly check: string;
  /** A new key for a text, as the vault keeps it. @param bound see {@link seal} */
  readonly wrap: (key: Buffer, bound: string) => Buffer;
  /** The key that was wrapped; `undefined` where it was changed or belongs elsewhere. */
  readonly unwrap: (wrapped: Buffer, bound: string) => Buffer | undefined;
  /** By what a name is found again; without this key nobody can tell which name that is, not even by guessing. */
  readonly nameMark: (role: string, name: string) => string;
}

/** Several keys from one, each for one purpose (RFC 5869). */
const derive = (secret: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `burgernet.vault/${purpose}`, keyBytes));

/** The master key of these 32 random bytes. */
export const masterKeyOf = (secret: Buffer): MasterKey => {
  const wrapping = derive(secret, 'wrapping');
  const marking = derive(secret, 'names');
  return {
    check: derive(secret, 'check').toString('hex'),
    wrap: (key, bound) => seal(wrapping, key, bound),
    unwrap: (wrapped, bound) => unseal(wrapping, wrapped, bound),
    nameMark: (role, name) =>
      createHmac('sha256', marking)
        .update(JSON.stringify([role, name]))
        .digest('hex'),
  };
};

/** A new random master key that lives as long as the process. */
export const newMasterKey = (): MasterKey => masterKeyOf(newKey());
