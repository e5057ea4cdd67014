/** The number in a column of a row in raw mode; `undefined` where there is no row, or none in it. */
export const numberAt = (row: unknown, column: number): number | undefined => {
  const cell: unknown = Array.isArray(row) ? row[column] : undefined;
  return typeof cell === 'number' ? cell : undefined;
};
