import { CsvError, parse } from 'csv-parse/sync';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { decodeCells } from './cell.js';
import { mistake, type TablesError } from './tables-error.js';

/** A decoded row, and the line it stands on. */
export interface CsvRow<C> {
  readonly line: number;
  readonly cells: C;
}

const Parsed = t.array(t.type({ record: t.array(t.string), info: t.type({ lines: t.number }) }));

const parsed = (file: string, text: string): E.Either<TablesError, t.TypeOf<typeof Parsed>> => {
  try {
    const rows: unknown = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    // The parser promises this shape: another one is a bug, not a mistake in the file.
    if (!Parsed.is(rows)) throw new Error('csv-parse gave no rows of texts with their line.');
    return E.right(rows);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines: line } = error;
    const detail = error.message;
    return E.left(mistake('NotCsv', typeof line === 'number' ? { file, line, detail } : { file, detail }));
  }
};

/**
 * Reads a comma-separated file whose first line names its columns.
 *
 * @param file its name, for mistakes
 * @param columns what each column holds, in order
 * @returns the rows, each with the line it stands on; or the first mistake
 */
export const readCsv = <P extends t.Props>(
  file: string,
  text: string,
  columns: t.TypeC<P>,
): E.Either<TablesError, ReadonlyArray<CsvRow<t.TypeOfProps<P>>>> => {
  const rows = parsed(file, text);
  if (E.isLeft(rows)) return rows;
  const [head, ...body] = rows.right;
  const names = Object.keys(columns.props);
  const [expected, given] = [names.join(','), (head?.record ?? []).join(',')];
  if (expected !== given) return E.left(mistake('OtherColumns', { file, line: 1, expected, given }));
  const decodeRow = ({
    record,
    info: { lines: line },
  }: (typeof body)[number]): E.Either<TablesError, CsvRow<t.TypeOfProps<P>>> => {
    if (record.length !== names.length)
      return E.left(mistake('OtherWidth', { file, line, expected: names.length, given: record.length }));
    const cells = Object.fromEntries(names.map((name, i) => [name, record[i] ?? '']));
    const decoded = decodeCells(columns, cells);
    if (E.isRight(decoded)) return E.right({ line, cells: decoded.right });
    const { column, wanted, isNumber } = decoded.left;
    const facts = { file, line, column, given: cells[column] ?? '' };
    return E.left(isNumber ? mistake('NotANumber', facts) : mistake('NotACode', { ...facts, wanted }));
  };
  return E.traverseArray(decodeRow)(body);
};
