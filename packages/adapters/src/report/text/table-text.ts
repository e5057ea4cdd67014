import { signs } from '../beside.js';
import { printable } from '../printable.js';
import type { Cell, Column, Row, Table } from '../tables/table.js';
import { cut, left, lineWidth, right, width } from './width.js';
import { wrap } from './wrap.js';

const gap = '  ';
const widestName = 36;
const widestCell = lineWidth - widestName - gap.length;

const marksText = (cell: Cell): string => cell.marks.map((mark) => signs[mark]).join('');
const textOf = (cell: Cell): string => cut(printable(cell.text), widestCell);

/** A column of a table, laid out: every line as wide as every other. */
interface Laid {
  readonly width: number;
  readonly header: string;
  readonly cells: ReadonlyArray<string>;
}

const layOut = (column: Column, cells: ReadonlyArray<Cell>): Laid => {
  const room = Math.max(0, ...cells.map((cell) => width(marksText(cell))));
  const texts = cells.map((cell) =>
    column.isNumeric ? `${textOf(cell)}${left(marksText(cell), room)}` : `${textOf(cell)}${marksText(cell)}`,
  );
  const header = column.isNumeric ? `${column.label}${' '.repeat(room)}` : column.label;
  const columns = Math.max(width(header), ...texts.map(width));
  const pad = column.isNumeric ? right : left;
  return { width: columns, header: pad(header, columns), cells: texts.map((text) => pad(text, columns)) };
};

/** The name of a row; one that is wider than there is room goes on in lines of its own, set in. */
const nameOf = (row: Row): ReadonlyArray<string> => {
  const indent = row.isPart === true ? '  ' : '';
  const [first = '', ...rest] = wrap(row.name, indent, widestName);
  if (rest.length === 0) return [first];
  const goesOn = `${indent}  `;
  return [first, ...wrap(rest.map((line) => line.trimStart()).join(' '), goesOn, widestName)];
};

/** Columns side by side that fit beside the names, in as few and as even groups as that takes. */
const groups = (columns: ReadonlyArray<Laid>, room: number): ReadonlyArray<ReadonlyArray<Laid>> => {
  const fits = (group: ReadonlyArray<Laid>): boolean =>
    group.reduce((sum, one) => sum + gap.length + one.width, 0) <= room;
  for (let number = 1; number < columns.length; number++) {
    const size = Math.ceil(columns.length / number);
    const first = columns.length - size * (number - 1);
    const starts = Array.from({ length: number }, (_, index) =>
      index === 0 ? 0 : first + size * (index - 1),
    );
    const split = starts.map((start, index) => columns.slice(start, starts[index + 1]));
    if (split.every((group) => group.length > 0 && fits(group))) return split;
  }
  return columns.map((column) => [column]);
};

const drawn = (
  rowLabel: string,
  names: ReadonlyArray<ReadonlyArray<string>>,
  group: ReadonlyArray<Laid>,
  firstTotal: number,
): ReadonlyArray<string> => {
  const nameWidth = Math.max(width(rowLabel), ...names.flat().map(width));
  const line = (name: string, cells: ReadonlyArray<string>): string =>
    [left(name, nameWidth), ...cells].join(gap).trimEnd();
  const rule = '─'.repeat(group.reduce((sum, one) => sum + gap.length + one.width, nameWidth));
  const linesOf = ([name = '', ...goesOn]: ReadonlyArray<string>, at: number): ReadonlyArray<string> => [
    line(
      name,
      group.map(({ cells }) => cells[at] ?? ''),
    ),
    ...goesOn,
  ];
  return [
    line(
      rowLabel,
      group.map(({ header }) => header),
    ),
    rule,
    ...names.slice(0, firstTotal).flatMap(linesOf),
    ...(firstTotal < names.length && firstTotal > 0 ? [rule] : []),
    ...names.slice(firstTotal).flatMap((name, at) => linesOf(name, firstTotal + at)),
  ];
};

/**
 * A table as lines of at most 80 columns. One that is wider is broken into groups of columns, each with
 * the names of the rows.
 */
export const tableText = (table: Table): ReadonlyArray<string> => {
  const { rowLabel, columns, rows, totals, notes } = table;
  const all = [...rows, ...totals];
  const names = all.map(nameOf);
  const nameWidth = Math.max(width(rowLabel), ...names.flat().map(width));
  const laid = columns.map((column, at) =>
    layOut(
      column,
      all.flatMap((row) => row.cells.slice(at, at + 1)),
    ),
  );
  const blocks = groups(laid, lineWidth - nameWidth).map((group) =>
    drawn(rowLabel, names, group, rows.length),
  );
  return [
    ...(all.length === 0 ? [] : blocks.flatMap((block, at) => (at === 0 ? block : ['', ...block]))),
    ...notes.flatMap((note) => ['', ...wrap(note)]),
  ];
};
