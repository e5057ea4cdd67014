import { isUtf8 } from 'node:buffer';

/** Some lines that were read together, without their ends. */
export interface TextLines {
  readonly lines: ReadonlyArray<string>;
  /** what is wrong with the line behind them, in a clause; nothing is read beyond it */
  readonly wrong?: string;
}

const newline = 10;

/** The lines of a block that ends with a line end. */
const linesIn = (block: Buffer): string[] => {
  const lines = block.toString('utf8').split('\n');
  lines.pop();
  return lines;
};

/** The lines of a block up to the first that is not UTF-8. */
const upToWrong = (block: Buffer): TextLines => {
  const lines: string[] = [];
  for (let start = 0; start < block.length; ) {
    const end = block.indexOf(newline, start);
    const line = block.subarray(start, end);
    if (!isUtf8(line)) return { lines, wrong: 'it is not UTF-8' };
    lines.push(line.toString('utf8'));
    start = end + 1;
  }
  return { lines };
};

const textIn = (block: Buffer): TextLines => (isUtf8(block) ? { lines: linesIn(block) } : upToWrong(block));

/**
 * Cuts bytes into lines of UTF-8, many at a time; each ends in LF, but perhaps the last one. Memory holds one
 * line and one chunk.
 *
 * @param longest line, in bytes
 */
export async function* textLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<TextLines> {
  const tooLong: TextLines = { lines: [], wrong: `it is longer than ${longest} bytes` };
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(newline) + 1;
    if (end > 0) {
      const block = Buffer.concat([...parts, chunk.subarray(0, end)]);
      if (block.indexOf(newline) > longest) {
        yield tooLong;
        return;
      }
      const text = textIn(block);
      yield text;
      if (text.wrong !== undefined) return;
      parts = [];
      length = 0;
    }
    parts.push(chunk.subarray(end));
    length += chunk.length - end;
    if (length > longest) {
      yield tooLong;
      return;
    }
  }
  if (length > 0) yield textIn(Buffer.concat([...parts, Buffer.of(newline)]));
}
