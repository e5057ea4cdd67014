/** One line of a file, without what ends it. */
export interface Line {
  /** the first is 1 */
  readonly number: number;
  /** `undefined` where the line is too long */
  readonly bytes: Uint8Array | undefined;
}

/** The longest line of an import, in bytes: 64 MiB. */
export const longestLine = 64 * 1024 * 1024;

const newline = 10;
const carriageReturn = 13;
const byteOrderMark = [0xef, 0xbb, 0xbf];

const trimmed = (bytes: Uint8Array): Uint8Array => {
  const start = byteOrderMark.every((byte, at) => bytes[at] === byte) ? byteOrderMark.length : 0;
  const end = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length;
  return bytes.subarray(start, Math.max(start, end));
};

/**
 * Cuts bytes into lines that end in LF or CR LF. A byte order mark is left out, also where files were put
 * behind each other and it begins a line further on: no JSON begins with one. Memory holds one line and
 * one chunk, and of a line that is too long nothing.
 *
 * @param longest line, in bytes
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  longest: number = longestLine,
): AsyncGenerator<Line> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length > longest) parts = [];
    else parts.push(part);
  };
  const line = (): Line => {
    const bytes = length > longest ? undefined : trimmed(Buffer.concat(parts));
    const whole = { number, bytes };
    number += 1;
    parts = [];
    length = 0;
    return whole;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      add(chunk.subarray(start, end));
      yield line();
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  if (length > 0) yield line();
}
