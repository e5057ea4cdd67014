import { fieldTwice, parseJson } from '../../interchange/raw-json.js';
import { canonicalJson } from '../canonical-json.js';
import { type Written, writeCanonical } from './write-canonical.js';

/** What a surrogate looks like that is written as an escape, with a partner or without. */
const halves = /\\u[dD][89a-fA-F]/;

/** The canonical form of a value that may hold a surrogate without a partner; then it has none. */
const ofWholeCharacters = (value: unknown): string | undefined => {
  try {
    return canonicalJson(value);
  } catch {
    // Of what JSON.parse gives, canonicalize throws for that alone.
    return undefined;
  }
};

/**
 * Whether it is certain at a glance that no object in a text has a name twice: one of the two would be gone
 * from the value. Nothing in a canonical form is longer than it may be in a text, but numbers with an exponent,
 * so a form that is as long as its text has lost nothing.
 */
const lostNothing = (text: string, value: unknown, written: Written): boolean =>
  (written.text.length === text.length && !written.mayHaveGrown) || JSON.stringify(value) === text;

/**
 * The canonical form (RFC 8785) of the value that a stored text is in JSON; `undefined` where it has none,
 * or where readers may differ in which value it is: no JSON, a name twice in one object, a number beyond
 * 2^53 - 1 either way, a lone surrogate, or deeper than `deepest`.
 *
 * @param value that the text is, where it was parsed already; `undefined` is none
 */
export const canonicalText = (text: string, value: unknown = parseJson(text)): string | undefined => {
  if (value === undefined) return undefined;
  const written = writeCanonical(value);
  if (!written.isReadAlike) return undefined;
  if (!lostNothing(text, value, written) && fieldTwice(text) !== undefined) return undefined;
  return (text.includes('\\') && halves.test(text)) || !text.isWellFormed()
    ? ofWholeCharacters(value)
    : written.text;
};
