/**
 * The number in a row of a column, of which `column[row]` says that there may be none. Where there is none it
 * is NaN: no sum hides that mistake, as 0 would.
 *
 * It is given what was read and not the column: each place that reads is then about one kind of array, which
 * is what makes reading quick.
 */
export const cell = (read: number | undefined): number => read ?? Number.NaN;
