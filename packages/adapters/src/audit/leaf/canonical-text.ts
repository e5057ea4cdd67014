import { behindString, closes, fieldTwice, opens, parseJson } from '../../interchange/raw-json.js';
import { canonicalJson } from '../canonical-json.js';
import { writeCanonical } from './write-canonical.js';

/** How deep arrays and objects of a text may lie in each other to be taken for a value. */
export const deepest = 64;

const quote = 34;
const minus = 45;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const number = /[-+.0-9eE]+/y;

/** Where a number may stand that is too large; most texts hold nothing that looks so. */
const large = /(?:^|[:[,])[ \t\r\n]*-?[0-9.]*(?:[0-9]{16}|[eE])/;

/** Whether so many arrays and objects begin in a text at most, whether or not in strings. */
const holdsFew = (text: string, most: number): boolean => {
  let count = 0;
  for (const sign of ['[', '{'])
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1))
      if (++count > most) return false;
  return true;
};

/** Whether a text that is JSON lies no deeper than {@link deepest} and holds no number that readers may change. */
const isReadAlike = (text: string): boolean => {
  if (!large.test(text) && holdsFew(text, deepest)) return true;
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = behindString(text, at);
      continue;
    }
    if (isDigit(code) || code === minus) {
      number.lastIndex = at;
      const token = number.exec(text)?.[0] ?? '';
      if (Math.abs(Number(token)) > Number.MAX_SAFE_INTEGER) return false;
      at += token.length;
      continue;
    }
    if (opens(code)) depth += 1;
    else if (closes(code)) depth -= 1;
    if (depth > deepest) return false;
    at += 1;
  }
  return true;
};

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
 * The canonical form (RFC 8785) of the value that a stored text is in JSON; `undefined` where it has none,
 * or where readers may differ in which value it is: no JSON, a name twice in one object, a number beyond
 * 2^53 - 1 either way, a lone surrogate, or deeper than {@link deepest}.
 *
 * @param value that the text is, where it was parsed already; `undefined` is none
 */
export const canonicalText = (text: string, value: unknown = parseJson(text)): string | undefined => {
  if (value === undefined || !isReadAlike(text)) return undefined;
  // A text that comes back as it was has no name twice: one of the two would be gone.
  if (JSON.stringify(value) !== text && fieldTwice(text) !== undefined) return undefined;
  return halves.test(text) || !text.isWellFormed() ? ofWholeCharacters(value) : writeCanonical(value);
};
