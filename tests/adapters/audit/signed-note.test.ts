import { createPublicKey, verify } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../../packages/adapters/src/audit/note/base64.js';
import { parseTreeHead, treeHeadText } from '../../../packages/adapters/src/audit/note/checkpoint.js';
import {
  isKeyName,
  newKey,
  parseSignerKey,
  parseVkey,
  signerKeyText,
  vkeyText,
} from '../../../packages/adapters/src/audit/note/key.js';
import {
  cosignNote,
  noteText,
  parseNote,
  type SignedNote,
  signNote,
  verifyNote,
} from '../../../packages/adapters/src/audit/note/signed-note.js';
import { expectSentences } from '../../domain/sentences.js';
import { runs } from '../../support/runs.js';

const origin = 'example.org/a-log';
const key = newKey(origin);
const head = (size: number): string =>
  treeHeadText({ origin, size: BigInt(size), root: new Uint8Array(32).fill(7) });
const noteOf = (text: string): SignedNote => {
  const note = parseNote(Buffer.from(text));
  if (note._tag === 'Left') throw new Error(note.left.text.en);
  return note.right;
};
const tagOf = (either: { _tag: string; left?: { tag: string } }): string | undefined => either.left?.tag;

describe('base64', () => {
  it('is read only where it is written back the same', () => {
    expect(fromBase64('AAE=')).toEqual(Buffer.of(0, 1));
    for (const other of ['AAE', 'AAF=', 'AA E=', 'AAE=\n', 'AAE==', 'AA-_', 'ÄAE=', 'AAE=A'])
      expect([other, fromBase64(other)]).toEqual([other, undefined]);
  });
});

describe('a signed note', () => {
  it('is a text, a blank line and signatures whose first four bytes name the key', () => {
    const text = noteText(signNote(key, head(3)));
    const [, signature = ''] =
      /^example\.org\/a-log\n3\n[A-Za-z0-9+/]{43}=\n\n— example\.org\/a-log ([A-Za-z0-9+/=]+)\n$/.exec(
        text,
      ) ?? [];
    const bytes = Buffer.from(signature, 'base64');
    expect(bytes.subarray(0, 4).toString('hex')).toBe(key.verifier.id);
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.verifier.publicKey]);
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    expect(verify(null, Buffer.from(head(3)), publicKey, bytes.subarray(4))).toBe(true);
  });

  it('comes back as it was written, whatever its text, and verifies', () => {
    const line = fc
      .string({ unit: 'grapheme' })
      .map((text) =>
        [...text].filter((sign) => (sign.codePointAt(0) ?? 0) >= 32 && sign.isWellFormed()).join(''),
      );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const note = signNote(key, `${lines.join('\n')}\n`);
        const read = noteOf(noteText(note));
        expect(noteText(read)).toBe(noteText(note));
        expect(read.text).toBe(note.text);
        expect(verifyNote(key.verifier, read)._tag).toBe('Right');
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it('does not verify with any of its bytes changed, gone or added', () => {
    const bytes = Buffer.from(noteText(signNote(key, head(3))));
    const verifies = (changed: Uint8Array): boolean => {
      const note = parseNote(changed);
      return note._tag === 'Right' && verifyNote(key.verifier, note.right)._tag === 'Right';
    };
    expect(verifies(bytes)).toBe(true);
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 1; bit < 256; bit *= 2) {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ bit;
        expect([at, bit, verifies(flipped)]).toEqual([at, bit, false]);
      }
      const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
      expect([at, verifies(Buffer.concat([before, after.subarray(1)]))]).toEqual([at, false]);
      expect([at, verifies(Buffer.concat([before, Buffer.from('a'), after]))]).toEqual([at, false]);
    }
  });

  it('may carry signatures of others, which count for nothing, but not a wrong one of the key', () => {
    const others = cosignNote(newKey('example.org/witness'), signNote(newKey(origin), head(3)));
    expect(tagOf(verifyNote(key.verifier, others))).toBe('NotSignedBy');
    const mine = cosignNote(key, others);
    expect(verifyNote(key.verifier, noteOf(noteText(mine)))._tag).toBe('Right');
    const [first] = mine.signatures;
    if (first === undefined) throw new Error('It was signed.');
    const stolen = { ...first, id: key.verifier.id };
    const wrong = { ...mine, signatures: [stolen, ...mine.signatures] };
    expect(tagOf(verifyNote(key.verifier, wrong))).toBe('SignatureWrong');
    const short = { ...mine, signatures: [{ ...stolen, signature: Uint8Array.of(1) }] };
    expect(tagOf(verifyNote(key.verifier, short))).toBe('SignatureWrong');
  });

  it.each([
    ['without a blank line', 'a\n— b AAAAAAA=\n', 'blank line'],
    ['with a control character', 'a\tb\n\n— b AAAAAAA=\n', 'control'],
    ['without a signature', 'a\n\n', 'last line'],
    ['with an empty signature', 'a\n\n— b AAAAAA==\n', 'line 1'],
    ['with something else below', 'a\n\n— b AAAAAAA=\nno\n', 'line 2'],
    ['with two spaces', 'a\n\n—  b AAAAAAA=\n', 'line 1'],
    ['with a hyphen for the dash', 'a\n\n- b AAAAAAA=\n', 'line 1'],
    ['cut off', 'a\n\n— b AAAAAAA=', 'last line'],
    ['with more signatures than anybody needs', `a\n\n${'— b AAAAAAA=\n'.repeat(101)}`, 'more than 100'],
  ])('is refused %s', (_, text, detail) => {
    const note = parseNote(Buffer.from(text));
    expect(note).toMatchObject({ left: { tag: 'NoteMalformed' } });
    if (note._tag === 'Left') {
      expect(note.left.text.en).toContain(detail);
      expectSentences(note.left);
    }
  });

  it('is refused where it is not UTF-8', () => {
    expect(tagOf(parseNote(Buffer.of(0x61, 0xff, 10, 10)))).toBe('NoteMalformed');
  });
});

describe('a key', () => {
  it('is written and read back, and its public half says nothing of the other', () => {
    const [signer, verifier] = [signerKeyText(key), vkeyText(key.verifier)];
    expect(verifier).toMatch(/^example\.org\/a-log\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/);
    expect(parseSignerKey(signer)).toMatchObject({ right: key });
    expect(parseVkey(verifier)).toMatchObject({ right: key.verifier });
    expect(tagOf(parseVkey(signer))).toBe('KeyMalformed');
    expect(tagOf(parseSignerKey(verifier))).toBe('KeyMalformed');
  });

  it('is refused with any of its characters changed or gone', () => {
    for (const [text, parse] of [
      [vkeyText(key.verifier), parseVkey],
      [signerKeyText(key), parseSignerKey],
    ] as const)
      for (let at = 0; at < text.length; at++) {
        const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
        expect([at, tagOf(parse(changed))]).toEqual([at, 'KeyMalformed']);
        expect([at, tagOf(parse(text.slice(0, at) + text.slice(at + 1)))]).toEqual([at, 'KeyMalformed']);
      }
  });

  it('has a name without spaces, plus and control characters', () => {
    expect(['example.org/x', 'é', '1'].map(isKeyName)).toEqual([true, true, true]);
    expect(['', 'a b', 'a+b', 'a\u00a0b', 'a\u2028', 'a\u0007', '\ud800'].map(isKeyName)).not.toContain(true);
  });
});

describe('a checkpoint', () => {
  it('says of a log its size and root', () => {
    expect(parseTreeHead(head(12))).toEqual({
      _tag: 'Right',
      right: { origin, size: 12n, root: Buffer.alloc(32, 7) },
    });
    expect(parseTreeHead(`${head(0)}something more\n`)).toMatchObject({ right: { size: 0n } });
  });

  const root = `${'B'.repeat(42)}A=`;
  it.each([
    ['no origin', `\n1\n${root}\n`],
    ['a size with a zero before it', `o\n01\n${root}\n`],
    ['a size below zero', `o\n-1\n${root}\n`],
    ['no size', `o\n\n${root}\n`],
    ['a root of another length', 'o\n1\nAAAA\n'],
    ['a root in other base64', `o\n1\n${'B'.repeat(43)}=\n`],
    ['no root', 'o\n1\n'],
    ['an empty line more', `o\n1\n${root}\n\n`],
    ['no end', `o\n1\n${root}`],
  ])('has not %s', (_, text) => {
    const parsed = parseTreeHead(text);
    expect(tagOf(parsed)).toBe('CheckpointMalformed');
    if (parsed._tag === 'Left') expectSentences(parsed.left);
  });
});
