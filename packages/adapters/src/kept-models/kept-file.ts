import type { StreamKind } from '@burgernet/domain';
import type { Checkpoint, Chunk, Measure, Shelf, Unsaved } from '@burgernet/projections';
import type * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type Database from 'libsql';
import type { StoreError } from '../event-store/port.js';
import { attempt, Damage } from '../sqlite/failure.js';
import type { Mode } from '../sqlite/format.js';
import { openFile } from '../sqlite/open-file.js';
import { inTransaction } from '../sqlite/transaction.js';
import { KeptDamage, sumOf } from './kept-damage.js';
import { keptFormat } from './kept-format.js';
import { chunkOf, chunkParts, type Kept, keptOf, streamOf, streamParts } from './kept-rows.js';
import { madeBy } from './made-by.js';

/** The place in the log up to which something is kept. */
export interface Place extends Checkpoint {
  /** the id of the event at that position; empty at the beginning */
  readonly lastEvent: string;
}

/** A file of kept read models. */
export interface KeptFile {
  /** What stands there, `undefined` where nothing was kept yet; asked once, it stays what it was. */
  readonly kept: () => E.Either<StoreError, Kept | undefined>;
  /** Gives what stands there as it is needed; it throws {@link KeptDamage} where that is damaged. */
  readonly shelf: (kept: Kept) => Shelf;
  /**
   * Keeps what came since `from`, with the place that it was read up to, in one transaction. Where
   * another process has kept something else meanwhile nothing is written.
   *
   * @param isAnew whether this takes the place of all that stands there
   * @returns whether it was kept
   */
  readonly keep: (
    from: Pick<Kept, 'position' | 'lastEvent'> | undefined,
    isAnew: boolean,
    unsaved: Unsaved,
    place: Place,
  ) => E.Either<StoreError, boolean>;
  readonly close: () => void;
}

const tables = ['kept', 'event_chunks', 'page_chunks', 'streams'];
const keptColumns = ['made_by', 'token', 'last_event', 'summary', 'open_actions'];
const asBlobs = (columns: ReadonlyArray<string>): string =>
  columns.map((column) => `CAST(${column} AS BLOB)`).join(', ');
const [madeByColumn = '', ...otherColumns] = keptColumns;
const streamColumns = `${asBlobs(['kind', 'name'])}, number, ${asBlobs(['recorded_at'])}, frozen, ${asBlobs(['state'])}, sum`;

const prepare = (db: Database.Database) => ({
  kept: db
    .prepare(`SELECT ${asBlobs([madeByColumn])}, position, ${asBlobs(otherColumns)}, sum FROM kept`)
    .raw(),
  eventChunks: db.prepare('SELECT part, rows, bytes, sum FROM event_chunks ORDER BY part').raw(),
  pageChunks: db
    .prepare('SELECT part, rows, bytes, sum FROM page_chunks WHERE measure = ? AND year = ? ORDER BY part')
    .raw(),
  stream: db.prepare(`SELECT ${streamColumns} FROM streams WHERE name = ?`).raw(),
  streamOfNumber: db.prepare(`SELECT ${streamColumns} FROM streams WHERE number = ?`).raw(),
  streamsOf: db.prepare(`SELECT ${streamColumns} FROM streams WHERE kind = ? ORDER BY number`).raw(),
  putKept: db.prepare('INSERT OR REPLACE INTO kept VALUES (1, ?, ?, ?, ?, ?, ?, ?)'),
  putEventChunk: db.prepare('INSERT OR REPLACE INTO event_chunks VALUES (?, ?, ?, ?)'),
  putPageChunk: db.prepare('INSERT OR REPLACE INTO page_chunks VALUES (?, ?, ?, ?, ?, ?)'),
  putStream: db.prepare('INSERT OR REPLACE INTO streams VALUES (?, ?, ?, ?, ?, ?, ?)'),
});
type Statements = ReturnType<typeof prepare>;

const readKept = ({ kept }: Statements): Kept | undefined => {
  const row: unknown = kept.get();
  return row === undefined ? undefined : keptOf(row);
};

const events = 'events';
const page = (measure: Measure, year: number): string => `${measure} ${year}`;

const shelfOf = (file: string, statements: Statements, { summary, open }: Kept): Shelf => {
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
    openActions: () => reading(() => open.flatMap((name) => stream(statements.stream.get(name)) ?? [])),
  };
};

const write = (statements: Statements, unsaved: Unsaved, { position, token, lastEvent }: Place): void => {
  for (const chunk of unsaved.eventChunks)
    statements.putEventChunk.run(
      chunk.part,
      chunk.rows,
      Buffer.from(chunk.bytes),
      sumOf(...chunkParts(events, chunk)),
    );
  for (const { measure, year, chunk } of unsaved.pageChunks)
    statements.putPageChunk.run(
      measure,
      year,
      chunk.part,
      chunk.rows,
      Buffer.from(chunk.bytes),
      sumOf(...chunkParts(page(measure, year), chunk)),
    );
  for (const stream of unsaved.streams) {
    const { number, kind, name, recordedAt, isFrozen, state } = stream;
    const sum = sumOf(...streamParts(stream));
    statements.putStream.run(number, kind, name, recordedAt ?? null, isFrozen ? 1 : 0, state, sum);
  }
  const texts = [
    madeBy,
    position,
    token,
    lastEvent,
    JSON.stringify(unsaved.summary),
    JSON.stringify(unsaved.open),
  ];
  statements.putKept.run(...texts, sumOf(...texts));
};

/** Opens a file of kept read models; with `write` it is made where it is absent. */
export const openKeptFile = (file: string, mode: Mode): TE.TaskEither<StoreError, KeptFile> =>
  pipe(
    openFile(file, keptFormat, mode),
    TE.chainEitherK((db) =>
      attempt(file, (): KeptFile => {
        const statements = prepare(db);
        return {
          kept: () =>
            attempt(file, () => {
              // Its pieces are read later, and are to be those of this moment, whoever keeps more meanwhile.
              db.exec('BEGIN');
              return readKept(statements);
            }),
          shelf: (kept) => shelfOf(file, statements, kept),
          keep: (from, isAnew, unsaved, place) =>
            attempt(file, () =>
              inTransaction(db, () => {
                const there = readKept(statements);
                if (there?.position !== from?.position || there?.lastEvent !== from?.lastEvent) return false;
                if (isAnew) for (const table of tables) db.exec(`DELETE FROM ${table}`);
                write(statements, unsaved, place);
                return true;
              }),
            ),
          close: () => db.close(),
        };
      }),
    ),
  );
