/** How deep arrays and objects of a text may lie in each other to be taken for a value. */
export const deepest = 64;

/** A text that JSON writes as it is. */
const plain = /^[ !#-[\]-~]*$/;

/** A text as a JSON string. */
export const literal = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text));

/** Puts the names of an object in the order of their UTF-16; they are few, and often nearly in order. */
const putInOrder = (names: string[]): void => {
  for (let at = 1; at < names.length; at++) {
    const name = names[at] ?? '';
    let to = at;
    for (let before = names[to - 1]; before !== undefined && before > name; before = names[to - 1]) {
      names[to] = before;
      to -= 1;
    }
    names[to] = name;
  }
};

/** More names than these are left to a sort that is quick with many. */
const few = 32;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Writes one value, and sees what it is like on the way. */
class Writer {
  isReadAlike = true;
  mayHaveGrown = false;

  write(value: unknown, depth: number): string {
    if (typeof value === 'string') return literal(value);
    if (typeof value === 'number') return this.#number(value);
    if (!isObject(value)) return String(value);
    if (depth === deepest) {
      this.isReadAlike = false;
      return '';
    }
    return Array.isArray(value) ? this.#array(value, depth + 1) : this.#object(value, depth + 1);
  }

  #number(value: number): string {
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) this.isReadAlike = false;
    // 100 is as long as 1e2; from there on an exponent says it in fewer letters.
    if (Math.abs(value) >= 1_000 || !Number.isInteger(value)) this.mayHaveGrown = true;
    return String(value);
  }

  #array(values: ReadonlyArray<unknown>, depth: number): string {
    let text = '';
    for (const value of values) text += `${text === '' ? '[' : ','}${this.write(value, depth)}`;
    return text === '' ? '[]' : `${text}]`;
  }

  #object(value: Readonly<Record<string, unknown>>, depth: number): string {
    const names = Object.keys(value);
    if (names.length <= few) putInOrder(names);
    else names.sort();
    let text = '';
    for (const name of names)
      text += `${text === '' ? '{' : ','}${literal(name)}:${this.write(value[name], depth)}`;
    return text === '' ? '{}' : `${text}}`;
  }
}

/** A value as it was written. */
export interface Written {
  /** in the canonical form of RFC 8785 */
  readonly text: string;
  /** not where it lies deeper than {@link deepest} or holds a number beyond 2^53 - 1; then the text is of no use */
  readonly isReadAlike: boolean;
  /** whether a number may stand here in more letters than in the text that it was read from */
  readonly mayHaveGrown: boolean;
}

/**
 * A value that was read from JSON in the canonical form of RFC 8785, as `canonicalize` writes it and in a
 * fraction of the time: every leaf is written so, and a log has millions of them. What holds a lone surrogate
 * is written with its escape.
 */
export const writeCanonical = (value: unknown): Written => {
  const writer = new Writer();
  const text = writer.write(value, 0);
  return { text, isReadAlike: writer.isReadAlike, mayHaveGrown: writer.mayHaveGrown };
};
