import type { Lang } from '../context.js';
import { printable } from '../printable.js';

/** A number as it stands in a file, or a text. Numbers are digits with a decimal point; `null` is empty. */
export type CsvCell = { readonly number: string | null } | { readonly text: string };

/** How a spreadsheet of a language reads a file. */
interface Dialect {
  readonly separator: string;
  readonly decimal: string;
  readonly start: string;
}

const dialects: Readonly<Record<Lang, Dialect>> = {
  /** as a Dutch Excel opens it: told to be UTF-8, with a decimal comma, so that fields part at a semicolon */
  nl: { separator: ';', decimal: ',', start: '\uFEFF' },
  /** RFC 4180 */
  en: { separator: ',', decimal: '.', start: '' },
};

/** A cell of text never starts as a formula does; a spreadsheet would run it. */
const harmless = (text: string): string => (/^\s*[=+\-@]/u.test(text) ? `'${text}` : text);

const quoted = (text: string, separator: string): string =>
  text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * The rows as a file of comma-separated values in the dialect of a language.
 *
 * @param header the names of the columns
 */
export const csvFile = (
  header: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<CsvCell>>,
  lang: Lang,
): string => {
  const { separator, decimal, start } = dialects[lang];
  const drawn = (cell: CsvCell): string =>
    'number' in cell ? (cell.number ?? '').replace('.', decimal) : harmless(printable(cell.text));
  const line = (cells: ReadonlyArray<string>): string =>
    `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`;
  return `${start}${line(header)}${rows.map((row) => line(row.map(drawn))).join('')}`;
};
