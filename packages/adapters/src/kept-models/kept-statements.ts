import type { StreamKind } from '@burgernet/domain';
import type { Chunk, Measure, Shelf, Unsaved } from '@burgernet/projections';
import type Database from 'libsql';
import { Damage } from '../sqlite/failure.js';
import { KeptDamage, type Summed, sumOf } from './kept-damage.js';
import {
  chunkOf,
  chunkParts,
  type Kept,
  keptOf,
  nameOf,
  type Place,
  streamOf,
  streamParts,
} from './kept-rows.js';
import { madeBy } from './made-by.js';

const asBlobs = (columns: ReadonlyArray<string>): string =>
  columns.map((column) => `CAST(${column} AS BLOB)`).join(', ');
const keptColumns = asBlobs(['token', 'last_event', 'log', 'summary', 'open_actions']);
const streamColumns = `${asBlobs(['kind', 'name'])}, number, ${asBlobs(['recorded_at'])}, revision, frozen, ${asBlobs(['state'])}, sum`;

interface Question {
  readonly get: (...parameters: ReadonlyArray<Summed>) => unknown;
  readonly all: (...parameters: ReadonlyArray<Summed>) => ReadonlyArray<unknown>;
}
interface Change {
  readonly run: (...parameters: ReadonlyArray<Summed>) => unknown;
}

/** What is asked of a file of kept read models, and what is written to it. */
export type Statements = Readonly<
  Record<
    'kept' | 'eventChunks' | 'pageChunks' | 'stream' | 'streamOfNumber' | 'streamsOf' | 'namesFrom',
    Question
  > &
    Record<'putKept' | 'putEventChunk' | 'putPageChunk' | 'putStream', Change>
>;

/** Prepares the statements of a file of kept read models. */
export const prepareKept = (db: Database.Database): Statements => ({
  kept: db.prepare<Summed[]>(`SELECT ${asBlobs(['made_by'])}, position, ${keptColumns}, sum FROM kept`).raw(),
  eventChunks: db.prepare<Summed[]>('SELECT part, rows, bytes, sum FROM event_chunks ORDER BY part').raw(),
  pageChunks: db
    .prepare<Summed[]>(
      'SELECT part, rows, bytes, sum FROM page_chunks WHERE measure = ? AND year = ? ORDER BY part',
    )
    .raw(),
  stream: db.prepare<Summed[]>(`SELECT ${streamColumns} FROM streams WHERE name = ?`).raw(),
  streamOfNumber: db.prepare<Summed[]>(`SELECT ${streamColumns} FROM streams WHERE number = ?`).raw(),
  streamsOf: db
    .prepare<Summed[]>(`SELECT ${streamColumns} FROM streams WHERE kind = ? ORDER BY number`)
    .raw(),
  namesFrom: db
    .prepare<Summed[]>(
      'SELECT CAST(name AS BLOB) FROM streams WHERE name >= ? AND name < ? ORDER BY name LIMIT ?',
    )
    .raw(),
  putKept: db.prepare<Summed[]>('INSERT OR REPLACE INTO kept VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)'),
  putEventChunk: db.prepare<Summed[]>('INSERT OR REPLACE INTO event_chunks VALUES (?, ?, ?, ?)'),
  putPageChunk: db.prepare<Summed[]>('INSERT OR REPLACE INTO page_chunks VALUES (?, ?, ?, ?, ?, ?)'),
  putStream: db.prepare<Summed[]>('INSERT OR REPLACE INTO streams VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
});

/** Reads what stands there; it throws `Damage` and what SQLite throws. */
export const readKept = ({ kept }: Statements): Kept | undefined => {
  const row: unknown = kept.get();
  return row === undefined ? undefined : keptOf(row);
};

const events = 'events';
const page = (measure: Measure, year: number): string => `${measure} ${year}`;

/** A shelf of what stands there, read piece by piece; it throws {@link KeptDamage}. */
export const shelfOf = (file: string, statements: Statements, { summary, open }: Kept): Shelf => {
  const reading = <A>(read: () => A): A => {
    try {
      return read();
    } catch (thrown) {
      throw thrown instanceof Error ? new KeptDamage(file, thrown.message) : thrown;
    }
  };
  const stream = (row: unknown) => (row === undefined ? undefined : streamOf(row));
  /** All chunks of something; a row that a damaged index does not show would otherwise not be missed. */
  const chunks = (
    of: string,
    rows: number | undefined,
    found: ReadonlyArray<unknown>,
  ): ReadonlyArray<Chunk> => {
    const all = found.map(chunkOf(of));
    if (all.reduce((sum, chunk) => sum + chunk.rows, 0) !== rows)
      throw new Damage('something in it is missing');
    return all;
  };
  return {
    summary,
    eventChunks: () => reading(() => chunks(events, summary.events, statements.eventChunks.all())),
    pageChunks: (measure: Measure, year: number) =>
      reading(() => {
        const rows = summary.pages.find((one) => one.measure === measure && one.year === year)?.rows;
        return chunks(page(measure, year), rows, statements.pageChunks.all(measure, year));
      }),
    stream: (name) => reading(() => stream(statements.stream.get(name))),
    streamOfNumber: (number) => reading(() => stream(statements.streamOfNumber.get(number))?.name),
    streamsOf: (kind: StreamKind) => reading(() => statements.streamsOf.all(kind).map(streamOf)),
    namesFrom: (start, most) =>
      reading(() => statements.namesFrom.all(start, `${start}\u{10ffff}`, most).map(nameOf)),
    openActions: () => reading(() => open.flatMap((name) => stream(statements.stream.get(name)) ?? [])),
  };
};

/** What is to be kept. */
export interface ToKeep {
  /** of which log, see `EventStore.identity` */
  readonly log: string;
  readonly place: Place;
  /** whether this takes the place of all that stands there */
  readonly isAnew: boolean;
  readonly unsaved: () => Unsaved;
}

/** Writes what is to be kept; it is for use inside a transaction. */
export const writeKept = (statements: Statements, { log, place, unsaved }: ToKeep): void => {
  const { summary, open, eventChunks, pageChunks, streams } = unsaved();
  for (const chunk of eventChunks)
    statements.putEventChunk.run(
      chunk.part,
      chunk.rows,
      Buffer.from(chunk.bytes),
      sumOf(...chunkParts(events, chunk)),
    );
  for (const { measure, year, chunk } of pageChunks)
    statements.putPageChunk.run(
      measure,
      year,
      chunk.part,
      chunk.rows,
      Buffer.from(chunk.bytes),
      sumOf(...chunkParts(page(measure, year), chunk)),
    );
  for (const stream of streams) {
    const { number, kind, name, recordedAt, revision, isFrozen, state } = stream;
    const sum = sumOf(...streamParts(stream));
    statements.putStream.run(number, kind, name, recordedAt ?? null, revision, isFrozen ? 1 : 0, state, sum);
  }
  const { position, token, lastEvent } = place;
  const texts = [madeBy, position, token, lastEvent, log, JSON.stringify(summary), JSON.stringify(open)];
  statements.putKept.run(...texts, sumOf(...texts));
};
