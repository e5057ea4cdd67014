import type { FigureEntry } from '@burgernet/projections';
import { amountOf, type Mark, marksOf } from '../beside.js';
import type { Lang } from '../context.js';
import { count, percent } from '../numbers.js';

/** One place in a table, ready to be drawn. */
export interface Cell {
  readonly text: string;
  readonly marks: ReadonlyArray<Mark>;
  /** by what rows are sorted; `null` is not stated and sorts last */
  readonly sort: number | string | null;
}

/** A column after the first, which names the row. */
export interface Column {
  readonly label: string;
  /** numbers stand on the right */
  readonly isNumeric: boolean;
}

/** A row, named by its first cell. */
export interface Row {
  readonly name: string;
  /** by what the name sorts, where that is not the name itself */
  readonly sort?: number;
  /** a part of the row above, drawn further in */
  readonly isPart?: boolean;
  readonly cells: ReadonlyArray<Cell>;
}

/** A table as people read it, in one language, for the terminal and the page alike. */
export interface Table {
  /** for links to it; the same in every language */
  readonly id: string;
  readonly title: string;
  /** what a row is */
  readonly rowLabel: string;
  readonly columns: ReadonlyArray<Column>;
  readonly rows: ReadonlyArray<Row>;
  /** what stands outside the order of the rows: what is not attributed, and the totals */
  readonly totals: ReadonlyArray<Row>;
  /** sentences below the table */
  readonly notes: ReadonlyArray<string>;
}

/** A column of numbers. */
export const numeric = (label: string): Column => ({ label, isNumeric: true });
/** A column of words. */
export const wordy = (label: string): Column => ({ label, isNumeric: false });

/** A cell of words. */
export const words = (text: string): Cell => ({ text, marks: [], sort: text });

/** A cell with a number that is no figure. */
export const plainCount = (value: number | null, lang: Lang): Cell => ({
  text: count(value, lang),
  marks: [],
  sort: value,
});

/** A cell with a percentage. @param value one decimal, such as `7.7` */
export const plainPercent = (
  value: string | null | undefined,
  marks: ReadonlyArray<Mark>,
  lang: Lang,
): Cell => ({ text: percent(value, lang), marks, sort: value == null ? null : Number(value) });

/** The marks of a figure as they stand behind one of its numbers; what is not stated is not assumed. */
const marksBehind = (entry: FigureEntry | undefined, isStated: boolean): ReadonlyArray<Mark> =>
  entry === undefined ? [] : marksOf(entry).filter((mark) => isStated || mark !== 'assumed');

/** The count of a figure, with its marks; an absent figure is not stated. */
export const amountCell = (entry: FigureEntry | undefined, lang: Lang): Cell => {
  const amount = entry === undefined ? null : amountOf(entry);
  return { text: count(amount, lang), marks: marksBehind(entry, amount !== null), sort: amount };
};

/** What a ratio divides by. */
export const denominatorCell = (entry: FigureEntry | undefined, lang: Lang): Cell =>
  plainCount(entry?.denominator ?? null, lang);

/** The percentage of a ratio. That the publication has another number is said at its count. */
export const percentageCell = (entry: FigureEntry | undefined, lang: Lang): Cell =>
  plainPercent(
    entry?.percentage,
    marksBehind(entry, entry?.percentage != null).filter((mark) => mark !== 'differs'),
    lang,
  );

/** The table without the columns in which nothing stands in any row. */
export const withoutEmptyColumns = (table: Table): Table => {
  const isUsed = table.columns.map((_, at) =>
    [...table.rows, ...table.totals].some(({ cells }) => (cells[at]?.text ?? '') !== ''),
  );
  const pruned = (row: Row): Row => ({ ...row, cells: row.cells.filter((_, at) => isUsed[at]) });
  return {
    ...table,
    columns: table.columns.filter((_, at) => isUsed[at]),
    rows: table.rows.map(pruned),
    totals: table.totals.map(pruned),
  };
};
