import type * as t from 'io-ts';
import { ClosedType, OneOfType, type Plain, TextType } from './closed.js';
import { utf8Of } from './utf8.js';

const startsWith = (utf8: Uint8Array, at: number, start: Uint8Array): boolean => {
  for (let i = 0; i < start.length; i++) if (utf8[at + i] !== start[i]) return false;
  return true;
};

/** These bytes and no others. */
const exactly = (text: string): Plain => {
  const { bytes, length } = utf8Of(text);
  const wanted = bytes.slice(0, length);
  return (utf8, at) => (startsWith(utf8, at, wanted) ? at + wanted.length : -1);
};

const quote = 34;

/** A value between quotation marks. */
const quoted =
  (plain: Plain): Plain =>
  (utf8, at) => {
    if (utf8[at] !== quote) return -1;
    const end = plain(utf8, at + 1);
    return end !== -1 && utf8[end] === quote ? end + 1 : -1;
  };

const anyOf =
  (choices: ReadonlyArray<Plain>): Plain =>
  (utf8, at) => {
    for (const choice of choices) {
      const end = choice(utf8, at);
      if (end !== -1) return end;
    }
    return -1;
  };

/** With all required fields and no other: a record that has an optional one is parsed. */
const plainRecord = ({ required }: ClosedType<unknown>): Plain | undefined => {
  const steps: Array<{ readonly name: Plain; readonly value: Plain }> = [];
  for (const [key, field] of Object.entries(required)) {
    const value = derivePlain(field);
    if (value === undefined) return undefined;
    steps.push({ name: exactly(`${steps.length === 0 ? '{' : ','}${JSON.stringify(key)}:`), value });
  }
  const close = exactly('}');
  return (utf8, at) => {
    let end = at;
    for (const { name, value } of steps) {
      const begin = name(utf8, end);
      if (begin === -1) return -1;
      end = value(utf8, begin);
      if (end === -1) return -1;
    }
    return close(utf8, end);
  };
};

/**
 * Derives from a codec a reading of JSON text that recognises the good case where it is written plainly,
 * as `JSON.stringify` writes it with the fields in the codec's order, without parsing it. What it does
 * not recognise may be good all the same: then parsing decides, and the codec.
 *
 * @returns `undefined` where the codec has parts whose text has no plain form
 */
export const derivePlain = (codec: t.Mixed): Plain | undefined => {
  if (codec instanceof ClosedType) return plainRecord(codec);
  if (codec instanceof OneOfType) {
    const values: ReadonlyArray<string> = codec.values;
    return anyOf(values.map((value) => exactly(JSON.stringify(value))));
  }
  return codec instanceof TextType && codec.known.plain !== undefined ? quoted(codec.known.plain) : undefined;
};
