/** Every Node and every browser has it; the library of the language alone does not name it. */
declare class TextEncoder {
  encodeInto(source: string, destination: Uint8Array): { readonly written: number };
}

const encoder = new TextEncoder();

/** A text in UTF-8. To look at each character of a string costs twice what it costs to copy it here first. */
export interface Utf8 {
  readonly bytes: Uint8Array;
  /** the same, four bytes a word; the last one is filled up with zeros */
  readonly words: Uint32Array;
  /** in bytes */
  readonly length: number;
}

class Room implements Utf8 {
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
  length = 0;

  /** @param characters of UTF-16, each of which takes three bytes at most */
  constructor(characters: number) {
    this.words = new Uint32Array(characters);
    this.bytes = new Uint8Array(this.words.buffer);
  }

  take(text: string): Utf8 {
    this.length = encoder.encodeInto(text, this.bytes).written;
    for (let at = this.length; (at & 3) !== 0; at++) this.bytes[at] = 0;
    return this;
  }
}

const usual = 4_096;
const room = new Room(usual);

/** The text in UTF-8, to be looked at before the next one is asked for: most are put in the same place. */
export const utf8Of = (text: string): Utf8 =>
  (text.length <= usual ? room : new Room(text.length)).take(text);
