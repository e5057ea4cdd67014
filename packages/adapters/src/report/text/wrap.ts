import { printable } from '../printable.js';
import { lineWidth, width } from './width.js';

/** Parts of a word, none of them wider than a line. */
const pieces = (word: string, columns: number): ReadonlyArray<string> => {
  const parts: string[] = [''];
  for (const character of word) {
    const last = parts.length - 1;
    const longer = `${parts[last]}${character}`;
    if (width(longer) > columns) parts.push(character);
    else parts[last] = longer;
  }
  return parts;
};

/**
 * Breaks a sentence into lines between its words, a number and its per cent staying together; a word
 * that is wider than a line is broken too.
 *
 * @param indent what stands before every line
 * @param columns how wide a line may be, indent included
 */
export const wrap = (text: string, indent = '', columns = lineWidth): ReadonlyArray<string> => {
  const room = columns - width(indent);
  const words = printable(text)
    .split(/ (?!%)/)
    .filter((word) => word !== '')
    .flatMap((word) => pieces(word, room));
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (width(longer) <= room) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  return lines.map((one) => `${indent}${one}`);
};
