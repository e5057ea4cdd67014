import type { Plain } from '../codec/closed.js';

/** The form as a regular expression, without its ends. */
export const uuidPattern = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const isHexDigit = new Uint8Array(128);
for (const digit of '0123456789abcdef') isHexDigit[digit.charCodeAt(0)] = 1;

/** 1 where four hexadecimal digits stand there. Most of what is read are UUIDs, so they are read quickly. */
const four = (s: string, at: number): number =>
  (isHexDigit[s.charCodeAt(at)] ?? 0) &
  (isHexDigit[s.charCodeAt(at + 1)] ?? 0) &
  (isHexDigit[s.charCodeAt(at + 2)] ?? 0) &
  (isHexDigit[s.charCodeAt(at + 3)] ?? 0);

const hyphen = 45;

/** Whether a UUID in lower case stands at that place and the text ends behind it. */
export const isUuidFrom = (s: string, at: number): boolean =>
  s.length === at + 36 &&
  s.charCodeAt(at + 8) === hyphen &&
  s.charCodeAt(at + 13) === hyphen &&
  s.charCodeAt(at + 18) === hyphen &&
  s.charCodeAt(at + 23) === hyphen &&
  (four(s, at) &
    four(s, at + 4) &
    four(s, at + 9) &
    four(s, at + 14) &
    four(s, at + 19) &
    four(s, at + 24) &
    four(s, at + 28) &
    four(s, at + 32)) ===
    1;

const fourIn = (utf8: Uint8Array, at: number): number =>
  (isHexDigit[utf8[at] ?? 0] ?? 0) &
  (isHexDigit[utf8[at + 1] ?? 0] ?? 0) &
  (isHexDigit[utf8[at + 2] ?? 0] ?? 0) &
  (isHexDigit[utf8[at + 3] ?? 0] ?? 0);

/** A UUID in lower case, in UTF-8. */
export const plainUuid: Plain = (utf8, at) =>
  utf8[at + 8] === hyphen &&
  utf8[at + 13] === hyphen &&
  utf8[at + 18] === hyphen &&
  utf8[at + 23] === hyphen &&
  (fourIn(utf8, at) &
    fourIn(utf8, at + 4) &
    fourIn(utf8, at + 9) &
    fourIn(utf8, at + 14) &
    fourIn(utf8, at + 19) &
    fourIn(utf8, at + 24) &
    fourIn(utf8, at + 28) &
    fourIn(utf8, at + 32)) ===
    1
    ? at + 36
    : -1;
