import { parseJson } from './raw-json.js';

/** What may stand behind the last bracket or comma: part of a field, or of a value; `"` a string, `v` another. */
const partOfOne: ReadonlySet<string> = new Set(['', '"', 'v', '":', '":"', '":v']);

const spaces = ' \t\r\n';

/** Where a text that was cut off ends. */
interface Ending {
  /** behind the last opening bracket, or before the last comma */
  readonly from: number;
  /** what stands behind that, a sign for each thing */
  readonly behind: string;
  readonly isInString: boolean;
  /** closes what is open */
  readonly brackets: string;
}

const endingOf = (text: string): Ending => {
  const open: string[] = [];
  let from = 0;
  let behind = '';
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isInString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isInString = false;
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? '}' : ']');
      from = at + 1;
      behind = '';
    } else if (sign === ',') {
      from = at;
      behind = '';
    } else if (!spaces.includes(sign)) {
      if (sign === '}' || sign === ']') open.pop();
      isInString = sign === '"';
      const thing = '":}]'.includes(sign) ? sign : 'v';
      if (behind.length < 4 && !(thing === 'v' && behind.endsWith('v'))) behind += thing;
    }
  }
  return { from, behind, isInString, brackets: open.reverse().join('') };
};

/**
 * The value of a text that begins as JSON and was cut off, as far as it goes; of a field or value that was
 * cut itself, what is there or nothing. `undefined` where there is more wrong with the text than that its
 * end is missing, such as something in its midst: then nobody can say what is missing.
 */
export const cutOffJson = (text: string): unknown => {
  const { from, behind, isInString, brackets } = endingOf(text);
  const closed = parseJson(text + (isInString ? '"' : '') + brackets);
  if (closed !== undefined) return closed;
  return partOfOne.has(behind) ? parseJson(text.slice(0, from) + brackets) : undefined;
};
