/** How many columns a terminal has that people can count on. */
export const lineWidth = 80;

const noWidth = /\p{M}/u;
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

const columnsOf = (character: string): number => (noWidth.test(character) ? 0 : wide.test(character) ? 2 : 1);

/** How many columns a text takes in a terminal. */
export const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + columnsOf(character), 0);

/** As much of the text as fits, with `…` where something was cut. */
export const cut = (text: string, columns: number): string => {
  if (width(text) <= columns) return text;
  let taken = '';
  for (const character of text) {
    if (width(taken) + columnsOf(character) > columns - 1) break;
    taken += character;
  }
  return `${taken}…`;
};

/** The text with spaces after it. */
export const left = (text: string, columns: number): string =>
  `${text}${' '.repeat(Math.max(0, columns - width(text)))}`;

/** The text with spaces before it. */
export const right = (text: string, columns: number): string =>
  `${' '.repeat(Math.max(0, columns - width(text)))}${text}`;
