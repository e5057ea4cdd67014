import type { Place } from '../kept-models/kept-rows.js';
import { column, type Row, tableOf } from './table.js';

/** What state the tables show: written in the transaction that writes the rows. */
export interface TablesCheckpoint extends Place {
  /** which log it is, see `EventStore.identity` */
  readonly log: string;
  /** by what code and which definitions the rows were made; compared for equality only */
  readonly madeBy: string;
  /** how many events up to there could not be read */
  readonly quarantined: number;
}

const { table, row } = tableOf(
  'checkpoint',
  'What state all tables show; there is exactly one row',
  ['only_row'],
  {
    only_row: column('integer', 'Always 1'),
    position: column('integer', 'Position of the last event that was taken into account; 0: none was'),
    token: column('text', 'The same place in the words of the event store; for `burgernet project` alone'),
    last_event: column('text', 'Id of that event; empty: none was'),
    log: column('text', 'Which event log it is; empty: one without events'),
    made_by: column('text', 'By what release and definitions the rows were made'),
    quarantined: column(
      'integer',
      'Number of events up to there that could not be read; where it is not 0, figures may be incomplete',
    ),
  },
);

/** The table of the one row that says what state all tables show. */
export const checkpointTable = table;

/** The checkpoint as the row of its table. */
export const checkpointRow = (checkpoint: TablesCheckpoint): Row =>
  row({
    only_row: 1,
    position: checkpoint.position,
    token: checkpoint.token,
    last_event: checkpoint.lastEvent,
    log: checkpoint.log,
    made_by: checkpoint.madeBy,
    quarantined: checkpoint.quarantined,
  });

/** The checkpoint that a row of its table says; the kinds of its cells are those of the table. */
export const checkpointOf = ([
  _,
  position,
  token,
  lastEvent,
  log,
  madeBy,
  quarantined,
]: Row): TablesCheckpoint => ({
  position: Number(position),
  token: String(token),
  lastEvent: String(lastEvent),
  log: String(log),
  madeBy: String(madeBy),
  quarantined: Number(quarantined),
});

/** Whether two checkpoints are of the same state. */
export const isSameState = (one: TablesCheckpoint, other: TablesCheckpoint): boolean =>
  one.position === other.position &&
  one.lastEvent === other.lastEvent &&
  one.token === other.token &&
  one.log === other.log &&
  one.madeBy === other.madeBy &&
  one.quarantined === other.quarantined;
