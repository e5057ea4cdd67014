import { isUtf8 } from 'node:buffer';

/** How a field's value is written (Protocol Buffers, "Encoding": wire types). */
const [varint, eightBytes, delimited, fourBytes] = [0, 1, 2, 5];

/** A message is not written as Protocol Buffers are. */
export class NoMessage extends Error {}

/**
 * Reads one message of Protocol Buffers where it came in, field by field and without copying it: call
 * {@link next} for the number of a field, then the reader of its kind, or {@link skip}.
 */
export class Wire {
  readonly #bytes: Buffer;
  readonly #end: number;
  #at: number;
  #kind = 0;
  #low = 0;
  #high = 0;

  constructor(bytes: Buffer, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
  }

  /** The number of the next field; 0 at the end. */
  next(): number {
    if (this.#at >= this.#end) return 0;
    this.#readVarint();
    this.#kind = this.#low & 7;
    const number = this.#low >>> 3;
    if (number === 0) throw new NoMessage('a field of number 0');
    return number;
  }

  /** A message within this one. */
  message(): Wire {
    const start = this.#delimited();
    return new Wire(this.#bytes, start, this.#at);
  }

  /** A whole number from 0 that is exact up to 2^53. */
  number(): number {
    this.#expect(varint);
    this.#readVarint();
    return this.#high * 2 ** 32 + this.#low;
  }

  /** A whole number of 64 bits, from 0. */
  integer(): bigint {
    const near = this.number();
    return Number.isSafeInteger(near) ? BigInt(near) : (BigInt(this.#high) << 32n) | BigInt(this.#low);
  }

  /** Bytes as a text; what is no text becomes one that no JSON is, and that loses nothing. */
  text(): string {
    const start = this.#delimited();
    const text = this.#bytes.toString('utf8', start, this.#at);
    if (!text.includes('\ufffd')) return text;
    const bytes = this.#bytes.subarray(start, this.#at);
    return isUtf8(bytes) ? text : `bytes in base64: ${bytes.toString('base64')}`;
  }

  /** Passes over a field. */
  skip(): void {
    switch (this.#kind) {
      case varint:
        this.#readVarint();
        return;
      case delimited:
        this.#delimited();
        return;
      case eightBytes:
      case fourBytes:
        this.#pass(this.#kind === eightBytes ? 8 : 4);
        return;
      default:
        throw new NoMessage(`a field of wire type ${this.#kind}`);
    }
  }

  #expect(kind: number): void {
    if (this.#kind !== kind) throw new NoMessage(`wire type ${this.#kind} in place of ${kind}`);
  }

  /** Passes over a value that begins with its length; gives where it begins behind that. */
  #delimited(): number {
    this.#expect(delimited);
    this.#readVarint();
    const start = this.#at;
    this.#pass(this.#high === 0 ? this.#low : Number.POSITIVE_INFINITY);
    return start;
  }

  #pass(length: number): void {
    this.#at += length;
    if (this.#at > this.#end) throw new NoMessage('a field reaches behind its message');
  }

  #byte(): number {
    if (this.#at >= this.#end) throw new NoMessage('a message that ends within a number');
    return this.#bytes[this.#at++] ?? 0;
  }

  /** Seven bits a byte, the lowest first; the halves are kept apart, since a number has 53 bits. */
  #readVarint(): void {
    let low = 0;
    let high = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = this.#byte();
      const bits = byte & 127;
      if (shift < 28) low |= bits << shift;
      else if (shift === 28) {
        low |= bits << 28;
        high = bits >>> 4;
      } else high |= bits << (shift - 32);
      if (byte < 128) {
        this.#low = low >>> 0;
        this.#high = high >>> 0;
        return;
      }
    }
    throw new NoMessage('a number of more than ten bytes');
  }
}
