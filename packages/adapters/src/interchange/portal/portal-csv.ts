import { both, type Sentence } from '@burgernet/domain';
import { CsvError, parse } from 'csv-parse/sync';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type PortalFault, refusePortal } from './portal-fault.js';

/** A portal file as rows of texts. */
export interface PortalSheet {
  readonly header: ReadonlyArray<string>;
  /** a row with the line on which it ends */
  readonly rows: ReadonlyArray<{ readonly line: number; readonly cells: ReadonlyArray<string> }>;
  /** whether numbers have a comma before their decimals, as where cells are parted by semicolons */
  readonly hasDecimalComma: boolean;
}

const delimiters = [';', '\t', ','] as const;

/** What parts the cells: what stands most often in the header, outside quotes. */
export const delimiterOf = (text: string): (typeof delimiters)[number] => {
  const [header = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const counted = delimiters.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).delimiter;
};

/** What is wrong with the quotation marks of a file that cannot be read, by the code of the parser. */
const reasons: Readonly<Record<string, Sentence>> = {
  CSV_QUOTE_NOT_CLOSED: both(
    'a quotation mark is opened and never closed',
    'een aanhalingsteken wordt geopend en nooit gesloten',
  ),
  CSV_INVALID_CLOSING_QUOTE: both(
    'text follows a closing quotation mark',
    'er staat tekst achter een sluitend aanhalingsteken',
  ),
  INVALID_OPENING_QUOTE: both(
    'a quotation mark stands in the middle of a cell',
    'er staat een aanhalingsteken midden in een cel',
  ),
};

const Parsed = t.array(t.type({ record: t.array(t.string), info: t.type({ lines: t.number }) }));

/** Reads a file: its delimiter is found, a byte order mark is passed over. */
export const readSheet = (file: string, text: string): E.Either<PortalFault, PortalSheet> => {
  const delimiter = delimiterOf(text);
  try {
    const rows: unknown = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    if (!Parsed.is(rows)) throw new Error('csv-parse gave no rows of texts with their line.');
    const [head, ...body] = rows;
    return E.right({
      header: head?.record ?? [],
      rows: body.map(({ record, info }) => ({ line: info.lines, cells: record })),
      hasDecimalComma: delimiter !== ',',
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines: line } = error;
    const row = typeof line === 'number' ? line : 1;
    const why = reasons[error.code] ?? both(error.message, error.message);
    return E.left(refusePortal('PortalNotCsv', { file, row, why }));
  }
};
