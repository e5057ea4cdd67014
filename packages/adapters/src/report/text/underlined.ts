import { lineWidth, width } from './width.js';

/** A title with a line of one sign under it. */
export const underlined = (title: string, with_: string): ReadonlyArray<string> => [
  title,
  with_.repeat(Math.min(lineWidth, width(title))),
];
