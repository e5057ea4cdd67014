/** Rows as texts in one order, in the columns that are expected. */
const linesOf = (rows, columns) =>
  rows.map((row) => JSON.stringify(columns.map((column) => row[column] ?? null))).sort();

/**
 * The first row in which tables differ from what they are to show; `undefined` where none does.
 *
 * @param {Record<string, ReadonlyArray<any>>} rows
 * @param {ReturnType<typeof import('./expected-tables.mjs').expectedTables>} expected
 */
export const tableDifference = (rows, expected) => {
  for (const [table, wanted] of Object.entries(expected)) {
    const columns = Object.keys(wanted[0] ?? rows[table][0] ?? {});
    const [found, others] = [linesOf(rows[table], columns), linesOf(wanted, columns)];
    const at = Array.from({ length: Math.max(found.length, others.length) }).findIndex(
      (_, index) => found[index] !== others[index],
    );
    if (at >= 0) return `${table} shows ${found[at] ?? 'no more rows'} where it is ${others[at] ?? 'no row'}`;
  }
  return undefined;
};
