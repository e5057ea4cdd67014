import { isUtf8 } from 'node:buffer';
import * as E from 'fp-ts/lib/Either.js';
import { fromBase64 } from './base64.js';
import { isKeyName, isSignatureOf, type SignerKey, signText, type VerifierKey } from './key.js';
import { type NoteFault, refuseNote } from './note-fault.js';

/** A signature as it stands under a note, of a key that is known or not. */
export interface NoteSignature {
  readonly name: string;
  /** eight hexadecimal digits */
  readonly id: string;
  readonly signature: Uint8Array;
}

/** A text with signatures under it (C2SP signed-note). */
export interface SignedNote {
  /** ends in a newline, and that is signed too */
  readonly text: string;
  readonly signatures: ReadonlyArray<NoteSignature>;
}

/** More signatures than these are refused; C2SP has everybody take 16. */
const mostSignatures = 100;
const idBytes = 4;

/** Anything below a space but a newline. */
const hasControl = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 10) return true;
  }
  return false;
};

/** Whether a text can be signed as a note. */
const isNoteText = (text: string): boolean => text.endsWith('\n') && text.isWellFormed() && !hasControl(text);

const parseSignature = (line: string): NoteSignature | undefined => {
  const [dash, name = '', base64 = '', ...more] = line.split(' ');
  const bytes = fromBase64(base64);
  if (dash !== '—' || more.length > 0 || !isKeyName(name) || bytes === undefined || bytes.length <= idBytes)
    return undefined;
  const id = Buffer.from(bytes.subarray(0, idBytes)).toString('hex');
  return { name, id, signature: bytes.subarray(idBytes) };
};

const malformed = (detail: string): E.Either<NoteFault, never> =>
  E.left(refuseNote('NoteMalformed', { detail }));

/** Reads a signed note; whether its signatures are right is for {@link verifyNote} to say. */
export const parseNote = (bytes: Uint8Array): E.Either<NoteFault, SignedNote> => {
  if (!isUtf8(bytes)) return malformed('it is not UTF-8');
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const end = whole.lastIndexOf('\n\n');
  if (end === -1) return malformed('no blank line parts a text from its signatures');
  const [text, below] = [whole.slice(0, end + 1), whole.slice(end + 2)];
  if (!isNoteText(text)) return malformed('its text holds a control character');
  if (!below.endsWith('\n')) return malformed('its last line does not end');
  const lines = below.slice(0, -1).split('\n');
  if (lines.length > mostSignatures) return malformed(`it has more than ${mostSignatures} signatures`);
  const signatures: NoteSignature[] = [];
  for (const [index, line] of lines.entries()) {
    const signature = parseSignature(line);
    if (signature === undefined) return malformed(`line ${index + 1} below its text is no signature`);
    signatures.push(signature);
  }
  return E.right({ text, signatures });
};

/** A signed note as the text of a file. */
export const noteText = ({ text, signatures }: SignedNote): string =>
  `${text}\n${signatures
    .map(({ name, id, signature }) => {
      const bytes = Buffer.concat([Buffer.from(id, 'hex'), signature]);
      return `— ${name} ${bytes.toString('base64')}\n`;
    })
    .join('')}`;

/**
 * Signs a text.
 *
 * @param text ends in a newline and holds no other control character
 * @throws where it is none that can be signed
 */
export const signNote = (key: SignerKey, text: string): SignedNote =>
  cosignNote(key, { text, signatures: [] });

/**
 * Puts one more signature under a note: that is how a new key takes over what an old one signed. The note
 * must have been verified before.
 */
export const cosignNote = (key: SignerKey, { text, signatures }: SignedNote): SignedNote => {
  if (!isNoteText(text))
    throw new TypeError('A note ends in a newline and holds no other control character.');
  const { name, id } = key.verifier;
  return { text, signatures: [...signatures, { name, id, signature: signText(key, text) }] };
};

/**
 * Verifies that a key signed a note. Signatures of other keys are passed over; each that names this key
 * must be right.
 */
export const verifyNote = (key: VerifierKey, note: SignedNote): E.Either<NoteFault, SignedNote> => {
  const named = `${key.name}+${key.id}`;
  const its = note.signatures.filter(({ name, id }) => name === key.name && id === key.id);
  if (its.length === 0) return E.left(refuseNote('NotSignedBy', { key: named }));
  return its.every(({ signature }) => isSignatureOf(key, note.text, signature))
    ? E.right(note)
    : E.left(refuseNote('SignatureWrong', { key: named }));
};
