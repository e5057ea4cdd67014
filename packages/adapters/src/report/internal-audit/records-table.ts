import { type Instant, local } from '@burgernet/domain';
import { type Table, words, wordy } from '../tables/table.js';

/** What is said of a table of records, in one language. */
export interface RecordsSaid {
  readonly title: string;
  /** of the moments */
  readonly rowLabel: string;
  readonly columns: ReadonlyArray<string>;
}

/**
 * A table of what happened when, in the order in which it did.
 *
 * @param rows the moment of each, and what stands in its columns
 */
export const recordsTable = (
  id: string,
  { title, rowLabel, columns }: RecordsSaid,
  rows: ReadonlyArray<readonly [Instant, ReadonlyArray<string>]>,
  notes: ReadonlyArray<string>,
): Table => ({
  id,
  title,
  rowLabel,
  columns: columns.map(wordy),
  rows: rows.map(([at, cells]) => ({ name: local(at), cells: cells.map(words) })),
  totals: [],
  notes,
});
