import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { StoreError } from '../event-store/port.js';
import type { TablesCheckpoint } from './checkpoint.js';
import type { Row, Table } from './table.js';

/**
 * The tables inside one transaction, which nobody else can write to until it ends. Every function throws
 * what ends the transaction.
 */
export interface TableSession {
  /** What state the tables show; `undefined` where they were never written. */
  readonly checkpoint: () => Promise<TablesCheckpoint | undefined>;
  /**
   * Makes the tables that are absent or of another shape; those of ours that are as they should be keep
   * their rows, and what others have granted on them or made of them. What is not ours is never touched.
   */
  readonly make: () => Promise<void>;
  /** Every row of a table, in no order. */
  readonly rows: (table: Table) => Promise<ReadonlyArray<Row>>;
  /** Takes away the rows of these keys, each a row of the cells of the table's key. */
  readonly remove: (table: Table, keys: ReadonlyArray<Row>) => Promise<void>;
  /** Adds rows, or replaces those of the same key. */
  readonly put: (table: Table, rows: ReadonlyArray<Row>) => Promise<void>;
  /** Says which state of the log the tables show when the transaction is done. */
  readonly setCheckpoint: (checkpoint: TablesCheckpoint) => Promise<void>;
}

/**
 * A place in a database for the tables of read models. Every one passes one contract suite
 * (`tests/contracts/table-store.ts`).
 */
export interface TableStore {
  /**
   * Does some work in one transaction: all of it stands afterwards, or, where it throws, nothing. Others who
   * read see what stood before until then, and what stands now after. Of several processes one works at a
   * time; the others wait, and after a long while say `StoreUnavailable`.
   *
   * Where the connection is lost it is `StoreUnavailable` too, and what was done may stand or not: the next
   * transaction connects again and finds out. A `StoreError` that the work throws is the result; what else
   * it throws is a bug and thrown on.
   */
  readonly transaction: <A>(work: (session: TableSession) => Promise<A>) => TaskEither<StoreError, A>;
  /** Lets go of the database. */
  readonly close: () => Promise<void>;
}
