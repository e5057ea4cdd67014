import type { Row, Table } from './table.js';

/** The rows of a table as texts, by their keys as texts: two that say the same are the same. */
export type RowTexts = ReadonlyMap<string, string>;

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

/** What makes one state of a table another. */
export const changesBetween = (before: RowTexts, after: RowTexts): Changes => ({
  removed: [...before.keys()].filter((key) => !after.has(key)).map(rowIn),
  put: [...after].filter(([key, text]) => before.get(key) !== text).map(([, text]) => rowIn(text)),
});
