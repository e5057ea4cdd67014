import { Instant, type StreamKind } from '@burgernet/domain';
import type { Chunk, SavedStream, SavedSummary } from '@burgernet/projections';
import { Damage } from '../sqlite/failure.js';
import { isTextBytes } from '../sqlite/text.js';

/** The cells of a row in raw mode. */
const cells = (row: unknown): ReadonlyArray<unknown> => {
  if (!Array.isArray(row)) throw new Damage('a row in it is not one');
  return row;
};

const number = (cell: unknown): number => {
  if (typeof cell !== 'number') throw new Damage('a number in it is not one');
  return cell;
};

/** A text that was read as bytes, see `isTextBytes`. */
const text = (cell: unknown): string => {
  if (!isTextBytes(cell)) throw new Damage('a text in it is not one');
  return cell.toString('utf8');
};

const kinds: ReadonlyArray<StreamKind> = ['action', 'mailing', 'municipality', 'publication'];

/** A row of `part, rows, bytes`. */
export const chunkOf = (row: unknown): Chunk => {
  const [part, rows, bytes] = cells(row);
  if (!Buffer.isBuffer(bytes)) throw new Damage('a chunk in it is not one');
  return { part: number(part), rows: number(rows), bytes };
};

/** A row of `kind, name, number, recorded_at, frozen, state`, texts as bytes. */
export const streamOf = (row: unknown): SavedStream => {
  const [kindCell, name, streamNumber, recorded, frozen, state] = cells(row);
  const kind = kinds.find((one) => one === text(kindCell));
  const recordedAt = recorded === null ? undefined : text(recorded);
  if (kind === undefined || (recordedAt !== undefined && !Instant.is(recordedAt)))
    throw new Damage('a stream in it is not one');
  return {
    kind,
    name: text(name),
    number: number(streamNumber),
    recordedAt,
    isFrozen: number(frozen) === 1,
    state: text(state),
  };
};

/** Where read models stand in the log, and by what they were made. */
export interface Kept {
  readonly madeBy: string;
  readonly position: number;
  readonly token: string;
  /** the id of the event at that position: the log of another store has another there */
  readonly lastEvent: string;
  readonly summary: SavedSummary;
  readonly open: ReadonlyArray<string>;
}

/**
 * A row of `made_by, position, token, last_event, summary, open_actions`, texts as bytes. The JSON in it
 * is read as what this release wrote; `made_by` tells whether it did.
 */
export const keptOf = (row: unknown): Kept => {
  const [madeBy, position, token, lastEvent, summary, open] = cells(row);
  return {
    madeBy: text(madeBy),
    position: number(position),
    token: text(token),
    lastEvent: text(lastEvent),
    summary: JSON.parse(text(summary)),
    open: JSON.parse(text(open)),
  };
};
