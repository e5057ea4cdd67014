/**
 * What a column holds: a text; a whole number; a number of one decimal, as text such as `7.7`; a moment as
 * `2021-05-14T18:03:00.000Z`; a day as `2021-12-31`. How a database keeps each is its adapter's to say.
 */
export type Kind = 'text' | 'integer' | 'decimal' | 'boolean' | 'moment' | 'date';

/** What stands in one column of one row. */
export type Cell = string | number | boolean | null;

/** A row: its cells in the order of the table's columns. */
export type Row = ReadonlyArray<Cell>;

/** A column without its name: what it holds, whether it can be null, and what it means. */
export interface ColumnForm {
  readonly kind: Kind;
  readonly isNullable: boolean;
  /** what it means, and what null does, for people who look at the table; without a full stop */
  readonly says: string;
}

/** A column of a table. */
export interface Column extends ColumnForm {
  readonly name: string;
}

/** A table as people and programs see it, whatever database it stands in. */
export interface Table {
  readonly name: string;
  /** what a row is, without a full stop */
  readonly says: string;
  readonly columns: ReadonlyArray<Column>;
  /** the columns that together tell a row from all others; none of them is ever null */
  readonly key: ReadonlyArray<string>;
}

/** A row by the names of its columns. */
export type Named<Columns> = { readonly [Name in keyof Columns]: Cell };

/** A column that is never null. @param says what it means */
export const column = (kind: Kind, says: string): ColumnForm => ({ kind, isNullable: false, says });

/** A column that can be null. @param says what it means, and what null does */
export const nullable = (kind: Kind, says: string): ColumnForm => ({ kind, isNullable: true, says });

/** A table, and what makes its rows of cells that were given by name. */
export interface TableForm<Columns> {
  readonly table: Table;
  readonly row: (cells: Named<Columns>) => Row;
}

/** Declares a table; the columns stand in it in the order in which they are given. */
export const tableOf = <Columns extends Readonly<Record<string, ColumnForm>>>(
  name: string,
  says: string,
  key: ReadonlyArray<keyof Columns & string>,
  columns: Columns,
): TableForm<Columns> => {
  const names: ReadonlyArray<keyof Columns & string> = Object.keys(columns);
  return {
    table: {
      name,
      says,
      key,
      columns: Object.entries(columns).map(([each, form]) => ({ name: each, ...form })),
    },
    row: (cells) => names.map((each) => cells[each]),
  };
};
