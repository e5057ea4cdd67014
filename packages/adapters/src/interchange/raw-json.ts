const quote = 34;
const backslash = 92;
const comma = 44;
/** Whether this is space between values. */
export const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;
/** Whether an object or an array begins here. */
export const opens = (code: number): boolean => code === 123 || code === 91;
/** Whether an object or an array ends here. */
export const closes = (code: number): boolean => code === 125 || code === 93;

/** Whether the character at this place is escaped: an odd number of backslashes stands before it. */
const isEscaped = (text: string, place: number): boolean => {
  let at = place;
  while (text.charCodeAt(at - 1) === backslash) at -= 1;
  return (place - at) % 2 === 1;
};

/** The place behind the string that begins here, in a text that is JSON. */
export const behindString = (text: string, start: number): number => {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
};

const behindSpace = (text: string, start: number): number => {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
};

/** The place behind the value that begins here, however deep it is, in a text that is JSON. */
export const behindValue = (text: string, start: number): number => {
  let depth = 0;
  let at = start;
  do {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = behindString(text, at);
      continue;
    }
    if (opens(code)) depth += 1;
    else if (closes(code)) depth -= 1;
    at += 1;
  } while (depth > 0);
  if (opens(text.charCodeAt(start)) || text.charCodeAt(start) === quote) return at;
  while (
    at < text.length &&
    !isSpace(text.charCodeAt(at)) &&
    text.charCodeAt(at) !== comma &&
    !closes(text.charCodeAt(at))
  )
    at += 1;
  return at;
};

const stringAt = (text: string, start: number, end: number): string => {
  const raw = text.slice(start + 1, end - 1);
  return raw.includes('\\') ? String(JSON.parse(text.slice(start, end))) : raw;
};

/** The fields of an object as they are written. */
export interface RawFields {
  /** the text of each value, to the byte and without the space around it */
  readonly values: ReadonlyMap<string, string>;
  /** the first field that stands there twice */
  readonly twice: string | undefined;
}

/**
 * Cuts the outermost object into its fields, whose texts stay as they are written: numbers of any size,
 * the order of fields, escapes and all.
 *
 * @param text JSON that was parsed already and is an object
 */
export const rawFields = (text: string): RawFields => {
  const values = new Map<string, string>();
  let twice: string | undefined;
  let at = behindSpace(text, behindSpace(text, 0) + 1);
  while (text.charCodeAt(at) === quote) {
    const endOfKey = behindString(text, at);
    const key = stringAt(text, at, endOfKey);
    const start = behindSpace(text, behindSpace(text, endOfKey) + 1);
    const end = behindValue(text, start);
    if (values.has(key)) twice ??= key;
    values.set(key, text.slice(start, end));
    at = behindSpace(text, end);
    if (text.charCodeAt(at) === comma) at = behindSpace(text, at + 1);
  }
  return { values, twice };
};

/**
 * The first field that stands twice in one object, at any depth. Readers differ in which of the two they
 * take, so a command that says a thing twice says nothing.
 *
 * @param text JSON that was parsed already
 */
export const fieldTwice = (text: string): string | undefined => {
  const open: Array<Set<string> | undefined> = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = behindString(text, at);
      const keys = open.at(-1);
      if (keys !== undefined && text.charCodeAt(behindSpace(text, end)) === 58) {
        const key = stringAt(text, at, end);
        if (keys.has(key)) return key;
        keys.add(key);
      }
      at = end;
      continue;
    }
    if (opens(code)) open.push(code === 123 ? new Set() : undefined);
    else if (closes(code)) open.pop();
    at += 1;
  }
  return undefined;
};

/** The value that a text is in JSON, or `undefined` where it is none; `null` is a value. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Whether a stored text can stand in a line as it is and be cut out again to the byte: it is JSON, on
 * one line, with no space before or behind it.
 *
 * @param value that the text is, where it was parsed already
 */
export const isEmbeddable = (text: string, value?: unknown): boolean =>
  text !== '' &&
  !isSpace(text.charCodeAt(0)) &&
  !isSpace(text.charCodeAt(text.length - 1)) &&
  !text.includes('\n') &&
  !text.includes('\r') &&
  (value !== undefined || parseJson(text) !== undefined);
