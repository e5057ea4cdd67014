import { MunicipalityCode } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { Filled } from './cell.js';
import { readCsv } from './csv.js';
import { fileOf, type Municipality } from './published-year.js';
import { mistake, type TablesError } from './tables-error.js';

const file = fileOf('municipalities');
const columns = t.type({ code: MunicipalityCode, name: Filled, spellings: Filled });

const firstTwice = (rows: ReadonlyArray<Municipality>): TablesError | undefined => {
  const lines = new Map<string, number>();
  for (const { line, code, spellings } of rows)
    for (const what of [code, ...spellings]) {
      const first = lines.get(what);
      if (first !== undefined) return mistake('RowTwice', { file, line, what, first });
      lines.set(what, line);
    }
  return undefined;
};

/** Reads the text of `municipalities.csv`: codes, official names, and the spellings of the tables. */
export const parseMunicipalities = (text: string): E.Either<TablesError, ReadonlyArray<Municipality>> => {
  const read = readCsv(file, text, columns);
  if (E.isLeft(read)) return read;
  const rows = read.right.map(({ line, cells: { code, name, spellings } }) => ({
    line,
    code,
    name,
    spellings: spellings.split('|'),
  }));
  const twice = firstTwice(rows);
  return twice === undefined ? E.right(rows) : E.left(twice);
};

/**
 * Finds the municipality behind each row of a table, each at most once.
 *
 * @param inFile the table's file, for mistakes
 */
export const withCodes = <
  R extends { readonly line: number; readonly cells: { readonly municipality: string } },
>(
  inFile: string,
  municipalities: ReadonlyArray<Municipality>,
  rows: ReadonlyArray<R>,
): E.Either<TablesError, ReadonlyArray<R & { readonly code: MunicipalityCode }>> => {
  const codes = new Map(municipalities.flatMap(({ code, spellings }) => spellings.map((s) => [s, code])));
  const lines = new Map<MunicipalityCode, number>();
  return E.traverseArray((row: R): E.Either<TablesError, R & { readonly code: MunicipalityCode }> => {
    const { line, cells } = row;
    const given = cells.municipality;
    const code = codes.get(given);
    if (code === undefined) return E.left(mistake('UnknownMunicipality', { file: inFile, line, given }));
    const first = lines.get(code);
    if (first !== undefined) return E.left(mistake('RowTwice', { file: inFile, line, what: given, first }));
    lines.set(code, line);
    return E.right({ ...row, code });
  })(rows);
};
