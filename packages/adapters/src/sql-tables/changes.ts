import type { Row, Table } from './table.js';

/** The rows of a table as texts, by their keys as texts: two that say the same are the same. */
export type RowTexts = ReadonlyMap<string, string>;

/**
 * The rows of a table in parts that have no keys in common. A part that is the same object in two states is
 * the same; how rows are parted says nothing else.
 */
export type Parts = ReadonlyMap<string, RowTexts>;

/** What is to be done to a table. */
export interface Changes {
  /** the keys of rows that are no more */
  readonly removed: ReadonlyArray<Row>;
  /** rows that are new or say something else */
  readonly put: ReadonlyArray<Row>;
}

/** Rows as texts. */
export const rowTexts = ({ columns, key }: Table, rows: ReadonlyArray<Row>): RowTexts => {
  const at = key.map((name) => columns.findIndex((column) => column.name === name));
  return new Map(
    rows.map((row) => [JSON.stringify(at.map((index) => row[index] ?? null)), JSON.stringify(row)]),
  );
};

const rowIn = (text: string): Row => JSON.parse(text);

/** The rows of those parts that another state does not have as they are. */
const rowsOfOthers = (parts: Parts, than: Parts): RowTexts =>
  new Map([...parts].flatMap(([name, rows]) => (than.get(name) === rows ? [] : [...rows])));

/** What makes one state of a table another. */
export const changesBetween = (one: Parts, other: Parts): Changes => {
  const [before, after] = [rowsOfOthers(one, other), rowsOfOthers(other, one)];
  return {
    removed: [...before.keys()].filter((key) => !after.has(key)).map(rowIn),
    put: [...after].filter(([key, text]) => before.get(key) !== text).map(([, text]) => rowIn(text)),
  };
};
