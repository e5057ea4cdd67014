import { printable } from '../report/printable.js';

/** A text of unknown hands for a sentence: short, and moving no cursor. */
export const clipped = (text: string): string => printable(text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** The same between quotes. */
export const shown = (text: string): string => printable(JSON.stringify(clipped(text)));
