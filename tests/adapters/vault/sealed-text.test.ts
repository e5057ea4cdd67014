import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MasterKey, newMasterKey } from '../../../packages/adapters/src/vault/master-key.js';
import { openText, sealText, type TextWithKey } from '../../../packages/adapters/src/vault/sealed-text.js';
import { aText } from '../../support/vaulted.js';

const anyText = fc.string({ unit: 'binary', maxLength: 100 });
const master = newMasterKey();

/** The same bytes with one bit of one of them flipped. */
const flipped = (bytes: Buffer, at: number): Buffer => {
  const other = Buffer.from(bytes);
  const index = at % (bytes.length * 8);
  other[index >> 3] = (other[index >> 3] ?? 0) ^ (1 << (index & 7));
  return other;
};

/** What somebody who can write in the file may do to a text; `other` is another one of the vault. */
const changes: Readonly<Record<string, (of: TextWithKey, other: TextWithKey, at: number) => TextWithKey>> = {
  ciphertext: ({ text, wrapped }, _, at) => ({
    text: { ...text, sealed: flipped(text.sealed, at) },
    wrapped,
  }),
  'ciphertext cut short': ({ text, wrapped }, _, at) => ({
    text: { ...text, sealed: text.sealed.subarray(0, at % text.sealed.length) },
    wrapped,
  }),
  'ciphertext of another': ({ text, wrapped }, other) => ({
    text: { ...text, sealed: other.text.sealed },
    wrapped,
  }),
  key: ({ text, wrapped }, _, at) => ({ text, wrapped: flipped(wrapped, at) }),
  'key of another subject': ({ text }, other) => ({ text, wrapped: other.wrapped }),
  subject: ({ text, wrapped }, other) => ({ text: { ...text, keyId: other.text.keyId }, wrapped }),
  reference: ({ text, wrapped }, other) => ({ text: { ...text, reference: other.text.reference }, wrapped }),
  event: ({ text, wrapped }, other) => ({
    text: { ...text, place: { ...text.place, eventId: other.text.reference } },
    wrapped,
  }),
  'no event': ({ text, wrapped }) => ({
    text: { ...text, place: { ...text.place, eventId: null } },
    wrapped,
  }),
  stream: ({ text, wrapped }) => ({
    text: { ...text, place: { ...text.place, stream: `${text.place.stream}1` } },
    wrapped,
  }),
  field: ({ text, wrapped }) => ({
    text: { ...text, place: { ...text.place, field: 'reason.note' } },
    wrapped,
  }),
  // All of another's row under this reference: what `show` would give for it.
  row: ({ text }, other) => ({ text: { ...other.text, reference: text.reference }, wrapped: other.wrapped }),
};

describe('a sealed text', () => {
  it('opens with its own key, whatever it says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(openText(master, sealText(master, aText(text)))).toBe(text);
      }),
    );
  });

  it.each(Object.entries(changes))('does not open with another %s', (_, change) => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(), (text, another, at) => {
        const [of, other] = [sealText(master, aText(text)), sealText(master, aText(another))];
        expect(openText(master, change(of, other, at))).toBeUndefined();
      }),
    );
  });

  it('does not open with another master key', () => {
    const other: MasterKey = newMasterKey();
    expect(openText(other, sealText(master, aText('a text')))).toBeUndefined();
  });

  it('says the same in other bytes under another key each time', () => {
    const [a, b] = [sealText(master, aText('a text')), sealText(master, aText('a text'))];
    expect(a.text.keyId).not.toBe(b.text.keyId);
    expect(a.text.sealed.equals(b.text.sealed)).toBe(false);
  });
});

describe('the mark of a name', () => {
  it('is the same for the same name in the same role, and cannot be made without the key', () => {
    const mark = master.nameMark('dispatcher', 'Sam');
    expect(master.nameMark('dispatcher', 'Sam')).toBe(mark);
    expect(master.nameMark('coordinator', 'Sam')).not.toBe(mark);
    expect(newMasterKey().nameMark('dispatcher', 'Sam')).not.toBe(mark);
  });
});
