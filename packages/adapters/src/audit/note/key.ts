import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import * as E from 'fp-ts/lib/Either.js';
import { fromBase64 } from './base64.js';
import { type NoteFault, refuseNote } from './note-fault.js';

/** A key that verifies (C2SP signed-note, Ed25519): who has it can tell whether a text was signed. */
export interface VerifierKey {
  /** such as `example.org/burgernet`: without spaces or plus signs */
  readonly name: string;
  /** eight hexadecimal digits */
  readonly id: string;
  /** 32 bytes */
  readonly publicKey: Uint8Array;
}

/** A key that signs. Whoever has it can speak for the log, so it never leaves its file. */
export interface SignerKey {
  readonly verifier: VerifierKey;
  /** 32 bytes, from which both halves of the key follow */
  readonly seed: Uint8Array;
}

const algorithm = 1;
const keyBytes = 32;
/** What stands before the key itself in SPKI and in PKCS #8 (RFC 8410). */
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

const publicObject = (key: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicPrefix, key]), format: 'der', type: 'spki' });
const privateObject = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });

/** Whether a key may have this name: not empty, no space of any kind, plus or control character. */
export const isKeyName = (name: string): boolean =>
  name !== '' && name.isWellFormed() && !/[\p{White_Space}\p{Cc}+]/u.test(name);

const idOf = (name: string, publicKey: Uint8Array): string =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(Uint8Array.of(algorithm))
    .update(publicKey)
    .digest()
    .subarray(0, 4)
    .toString('hex');

const verifierOf = (name: string, publicKey: Uint8Array): VerifierKey => ({
  name,
  id: idOf(name, publicKey),
  publicKey,
});

const signerOf = (name: string, seed: Uint8Array): SignerKey => {
  const spki = createPublicKey(privateObject(seed)).export({ format: 'der', type: 'spki' });
  return { verifier: verifierOf(name, spki.subarray(publicPrefix.length)), seed };
};

/** A new random key. @param name see `isKeyName` */
export const newKey = (name: string): SignerKey => {
  const pkcs8 = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
  return signerOf(name, pkcs8.subarray(privatePrefix.length));
};

const material = (key: Uint8Array): string =>
  Buffer.concat([Uint8Array.of(algorithm), key]).toString('base64');

/** A verifier key as text, a *vkey*: `NAME+ID+BASE64`. */
export const vkeyText = ({ name, id, publicKey }: VerifierKey): string =>
  `${name}+${id}+${material(publicKey)}`;

/** A signer key as the text of its file: `PRIVATE+KEY+NAME+ID+BASE64`. */
export const signerKeyText = ({ verifier: { name, id }, seed }: SignerKey): string =>
  `PRIVATE+KEY+${name}+${id}+${material(seed)}`;

/** The bytes of a key behind the sign of its algorithm. */
const keyIn = (base64: string): Uint8Array | undefined => {
  const bytes = fromBase64(base64);
  return bytes?.length === keyBytes + 1 && bytes[0] === algorithm ? bytes.subarray(1) : undefined;
};

/** Reads a text as one of the two; what it would be written as must be the text itself. */
const parse = <A>(
  text: string,
  of: (name: string, key: Uint8Array) => A,
  write: (key: A) => string,
): E.Either<NoteFault, A> => {
  const [, name = '', base64 = ''] = /^(?:PRIVATE\+KEY\+)?([^+]+)\+[0-9a-f]{8}\+(.+)$/s.exec(text) ?? [];
  const key = keyIn(base64);
  if (key === undefined || !isKeyName(name)) return E.left(refuseNote('KeyMalformed', {}));
  const read = of(name, key);
  return write(read) === text ? E.right(read) : E.left(refuseNote('KeyMalformed', {}));
};

/** Reads a vkey, see {@link vkeyText}. */
export const parseVkey = (text: string): E.Either<NoteFault, VerifierKey> =>
  parse(text, verifierOf, vkeyText);

/** Reads the text of a key file, see {@link signerKeyText}. */
export const parseSignerKey = (text: string): E.Either<NoteFault, SignerKey> =>
  parse(text, signerOf, signerKeyText);

/** The Ed25519 signature of a text: 64 bytes. */
export const signText = ({ seed }: SignerKey, text: string): Uint8Array =>
  sign(null, Buffer.from(text), privateObject(seed));

/** Whether a signature is that of a text by this key. */
export const isSignatureOf = ({ publicKey }: VerifierKey, text: string, signature: Uint8Array): boolean =>
  verify(null, Buffer.from(text), publicObject(publicKey), signature);
