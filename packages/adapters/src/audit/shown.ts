import { printable } from '../report/printable.js';

/**
 * A text of unknown hands for a sentence: short, and moving no cursor.
 *
 * @param most characters of it that are shown
 */
export const clipped = (text: string, most = 80): string =>
  printable(text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** The same between quotes. */
export const shown = (text: string): string => printable(JSON.stringify(clipped(text)));
