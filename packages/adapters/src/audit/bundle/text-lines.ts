import { isUtf8 } from 'node:buffer';
import type { PlainFile } from './plain-file.js';

/** Some lines that were read together, without their ends. */
export interface TextLines {
  /**
   * to be gone through before more is asked for; each is made a text when it is asked for, for a text of all
   * of them would outlive them and fill the memory
   */
  readonly lines: Iterable<string>;
  /** what is wrong with the line behind them, in a clause; nothing is read beyond it */
  readonly wrong?: string;
}

const newline = 10;

/** The lines of a block of UTF-8 that ends with a line end. */
function* linesIn(block: Buffer): Generator<string> {
  for (let start = 0; start < block.length; ) {
    const end = block.indexOf(newline, start);
    yield block.toString('utf8', start, end);
    start = end + 1;
  }
}

/** Where the first line of a block begins that is not UTF-8. */
const startOfWrong = (block: Buffer): number => {
  let start = 0;
  for (let end = block.indexOf(newline); end !== -1; end = block.indexOf(newline, start)) {
    if (!isUtf8(block.subarray(start, end))) return start;
    start = end + 1;
  }
  return start;
};

const textIn = (block: Buffer): TextLines =>
  isUtf8(block)
    ? { lines: linesIn(block) }
    : { lines: linesIn(block.subarray(0, startOfWrong(block))), wrong: 'it is not UTF-8' };

/** How many bytes are read at a time. */
const usual = 1 << 18;

/**
 * Cuts a file into lines of UTF-8, many at a time; each ends in LF, but perhaps the last one. Memory holds one
 * line, or as much as is read at a time, and no more is made while the file is read.
 *
 * @param most bytes of the file that are read
 * @param longest line that is waited for, in bytes
 * @param heard is told of all bytes in order, before the lines that they hold
 */
export async function* textLines(
  { handle }: PlainFile,
  most: number,
  longest: number,
  heard: (bytes: Uint8Array) => void,
): AsyncGenerator<TextLines> {
  let room = Buffer.allocUnsafe(usual);
  let [filled, from] = [0, 0];
  for (;;) {
    if (filled > longest) {
      yield { lines: [], wrong: `it is longer than ${longest} bytes` };
      return;
    }
    if (filled === room.length) room = Buffer.concat([room, Buffer.allocUnsafe(room.length)]);
    const { bytesRead } = await handle.read(room, filled, Math.min(room.length - filled, most - from), from);
    if (bytesRead === 0) break;
    heard(room.subarray(filled, filled + bytesRead));
    from += bytesRead;
    filled += bytesRead;
    const end = room.subarray(0, filled).lastIndexOf(newline) + 1;
    if (end === 0) continue;
    const text = textIn(room.subarray(0, end));
    yield text;
    if (text.wrong !== undefined) return;
    room.copyWithin(0, end, filled);
    filled -= end;
  }
  if (filled > 0) yield textIn(Buffer.concat([room.subarray(0, filled), Buffer.of(newline)]));
}
