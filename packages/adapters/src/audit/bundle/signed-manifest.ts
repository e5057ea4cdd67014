import { isUtf8 } from 'node:buffer';
import * as E from 'fp-ts/lib/Either.js';
import { sha256Hex } from '../leaf/stand-in.js';
import { parseVkey, type SignerKey, type VerifierKey, vkeyText } from '../note/key.js';
import { noteText, parseNote, signNote, verifyNote } from '../note/signed-note.js';
import { shown } from '../shown.js';
import { type BundleFault, refuseBundle } from './bundle-fault.js';
import { longestFile, manifestFile, signatureFile } from './layout.js';
import { type Manifest, manifestNote, parseManifest } from './manifest.js';
import { readWhole } from './plain-file.js';

/** A manifest with the key that it names and that signed it. */
export interface SignedManifest {
  readonly manifest: Manifest;
  readonly key: VerifierKey;
}

const malformed = (path: string, detail: string): E.Either<BundleFault, never> =>
  E.left(refuseBundle('FileMalformed', { path, detail }));

/** Bytes as a text of UTF-8. */
export const textOf = (path: string, bytes: Uint8Array): E.Either<BundleFault, string> =>
  isUtf8(bytes) ? E.right(Buffer.from(bytes).toString('utf8')) : malformed(path, 'it is not UTF-8');

/** The signature of a manifest as the text of its file. */
export const signatureText = (key: SignerKey, manifest: string): string =>
  noteText(signNote(key, manifestNote(key.verifier.name, sha256Hex(manifest))));

/** The key that a manifest names; where another one was expected, that is a fault. */
const keyOf = ({ key }: Manifest, expected: VerifierKey | undefined): E.Either<BundleFault, VerifierKey> => {
  const path = manifestFile;
  if (expected !== undefined && vkeyText(expected) !== key)
    return E.left(refuseBundle('AnotherKey', { path, expected: vkeyText(expected), found: key }));
  const parsed = parseVkey(key);
  return E.isLeft(parsed) ? E.left(refuseBundle('NoteRefused', { path, fault: parsed.left })) : parsed;
};

/** Whether a signature is that of a manifest by a key, with nothing else in its file. */
const verifySignature = (
  key: VerifierKey,
  manifest: string,
  signature: Uint8Array,
): E.Either<BundleFault, void> => {
  const path = signatureFile;
  const note = parseNote(signature);
  if (E.isLeft(note)) return E.left(refuseBundle('NoteRefused', { path, fault: note.left }));
  const expected = manifestNote(key.name, sha256Hex(manifest));
  if (note.right.text !== expected) {
    const [, , signed = ''] = note.right.text.split('\n');
    return malformed(
      path,
      `it should sign the SHA-256 of ${manifestFile}, ${sha256Hex(manifest)}, and signs ${shown(signed)}; one of the two was altered`,
    );
  }
  if (note.right.signatures.length !== 1) return malformed(path, 'it should hold one signature');
  const verified = verifyNote(key, note.right);
  return E.isLeft(verified)
    ? E.left(refuseBundle('NoteRefused', { path, fault: verified.left }))
    : E.right(undefined);
};

/**
 * Reads the manifest of a bundle and verifies its signature.
 *
 * @param expected the key that must have signed it; absent: the one that it names itself
 */
export const readSignedManifest = async (
  folder: string,
  expected: VerifierKey | undefined,
): Promise<E.Either<BundleFault, SignedManifest>> => {
  const bytes = await readWhole(folder, manifestFile, longestFile.manifest);
  if (E.isLeft(bytes)) return bytes;
  const written = textOf(manifestFile, bytes.right);
  if (E.isLeft(written)) return written;
  const manifest = parseManifest(written.right);
  if (E.isLeft(manifest)) return manifest;
  const key = keyOf(manifest.right, expected);
  if (E.isLeft(key)) return key;
  const signature = await readWhole(folder, signatureFile, longestFile.note);
  if (E.isLeft(signature)) return signature;
  const verified = verifySignature(key.right, written.right, signature.right);
  return E.isLeft(verified) ? verified : E.right({ manifest: manifest.right, key: key.right });
};
