import { Instant, streamKinds } from '@burgernet/domain';
import type { Checkpoint, Chunk, SavedStream, SavedSummary } from '@burgernet/projections';
import { Damage } from '../sqlite/failure.js';
import { isTextBytes } from '../sqlite/text.js';
import { type Summed, sumOf } from './kept-damage.js';

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

const verify = (sum: unknown, ...parts: ReadonlyArray<Summed>): void => {
  if (!Buffer.isBuffer(sum) || !sumOf(...parts).equals(sum)) throw new Damage('something in it has changed');
};

/** What a chunk's sum is made over. */
export const chunkParts = (of: string, { part, rows, bytes }: Chunk) => [of, part, rows, bytes] as const;

/** A row of `part, rows, bytes, sum`. */
export const chunkOf =
  (of: string) =>
  (row: unknown): Chunk => {
    const [part, rows, bytes, sum] = cells(row);
    if (!Buffer.isBuffer(bytes)) throw new Damage('a chunk in it is not one');
    const chunk = { part: number(part), rows: number(rows), bytes };
    verify(sum, ...chunkParts(of, chunk));
    return chunk;
  };

/** What a stream's sum is made over. */
export const streamParts = ({ kind, name, number: at, recordedAt, revision, isFrozen, state }: SavedStream) =>
  [kind, name, at, recordedAt ?? null, revision, isFrozen ? 1 : 0, state] as const;

/** A row of `kind, name, number, recorded_at, revision, frozen, state, sum`, texts as bytes. */
export const streamOf = (row: unknown): SavedStream => {
  const [kindCell, name, streamNumber, recorded, revision, frozen, state, sum] = cells(row);
  const kind = streamKinds.find((one) => one === text(kindCell));
  const recordedAt = recorded === null ? undefined : text(recorded);
  if (kind === undefined || (recordedAt !== undefined && !Instant.is(recordedAt)))
    throw new Damage('a stream in it is not one');
  const stream: SavedStream = {
    kind,
    name: text(name),
    number: number(streamNumber),
    recordedAt,
    revision: number(revision),
    isFrozen: number(frozen) === 1,
    state: text(state),
  };
  verify(sum, ...streamParts(stream));
  return stream;
};

/** A row of `name` alone, as bytes. */
export const nameOf = (row: unknown): string => text(cells(row)[0]);

/** The place in the log up to which something is kept. */
export interface Place extends Checkpoint {
  /** the id of the event at that position, empty at the beginning: another log has another there */
  readonly lastEvent: string;
}

/** Where read models stand in the log, and by what they were made. */
export interface Kept extends Place {
  readonly madeBy: string;
  /** which log it is, see `EventStore.identity` */
  readonly log: string;
  readonly summary: SavedSummary;
  readonly open: ReadonlyArray<string>;
}

/**
 * A row of `made_by, position, token, last_event, log, summary, open_actions, sum`, texts as bytes. The
 * JSON in it is read as what this release wrote; `made_by` tells whether it did.
 */
export const keptOf = (row: unknown): Kept => {
  const [madeBy, position, token, lastEvent, log, summary, open, sum] = cells(row);
  const texts = [text(madeBy), number(position), text(token), text(lastEvent), text(log)];
  verify(sum, ...texts, text(summary), text(open));
  return {
    madeBy: text(madeBy),
    position: number(position),
    token: text(token),
    lastEvent: text(lastEvent),
    log: text(log),
    summary: JSON.parse(text(summary)),
    open: JSON.parse(text(open)),
  };
};
