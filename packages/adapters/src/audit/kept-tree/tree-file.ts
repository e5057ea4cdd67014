import type * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type Database from 'libsql';
import type { StoreError } from '../../event-store/port.js';
import { KeptDamage, type Summed, sumOf } from '../../kept-models/kept-damage.js';
import type { Place } from '../../kept-models/kept-rows.js';
import { attempt, Damage } from '../../sqlite/failure.js';
import type { Mode } from '../../sqlite/format.js';
import { openFile } from '../../sqlite/open-file.js';
import { isTextBytes } from '../../sqlite/text.js';
import { inTransaction } from '../../sqlite/transaction.js';
import type { TreePart } from '../merkle/tree.js';
import { treeFormat } from './tree-format.js';

/** A file in which the tree of a log is kept, with the place up to which the log was read for it. */
export interface TreeFile {
  /** The place of the tree that stands there, whose position is its size; `undefined` where there is none. */
  readonly hold: () => E.Either<StoreError, Place | undefined>;
  /** A part of what {@link hold} found; it throws `KeptDamage` where that is damaged. */
  readonly part: (level: number, part: number) => Uint8Array;
  /**
   * Keeps parts of a tree in one transaction with its place.
   *
   * @param from the place that these parts go on from; without one they take the place of all that stands
   *   there
   * @returns whether they were kept: not where another process kept something meanwhile
   */
  readonly keep: (
    from: Place | undefined,
    parts: Iterable<TreePart>,
    place: Place,
  ) => E.Either<StoreError, boolean>;
  readonly close: () => void;
}

const cells = (row: unknown): ReadonlyArray<unknown> => {
  if (!Array.isArray(row)) throw new Damage('a row in it is not one');
  return row;
};

/** A row whose last cell is the sum over those before it. */
const summed = (row: unknown, ...of: ReadonlyArray<Summed>): ReadonlyArray<unknown> => {
  const all = cells(row);
  const sum = all.at(-1);
  const parts = all.slice(0, -1).map((cell): Summed => {
    if (typeof cell === 'number') return cell;
    if (Buffer.isBuffer(cell)) return cell;
    throw new Damage('a cell in it is not one');
  });
  if (!Buffer.isBuffer(sum) || !sumOf(...of, ...parts).equals(sum))
    throw new Damage('something in it has changed');
  return parts;
};

const placeOf = (row: unknown): Place => {
  const [position, token, lastEvent] = summed(row);
  if (typeof position !== 'number' || !isTextBytes(token) || !isTextBytes(lastEvent))
    throw new Damage('the place of a tree in it is not one');
  return { position, token: token.toString('utf8'), lastEvent: lastEvent.toString('utf8') };
};

const prepare = (db: Database.Database) => ({
  kept: db.prepare('SELECT size, CAST(token AS BLOB), CAST(last_event AS BLOB), sum FROM kept').raw(),
  part: db.prepare('SELECT hashes, sum FROM parts WHERE level = ? AND part = ?').raw(),
  putKept: db.prepare('INSERT OR REPLACE INTO kept VALUES (1, ?, ?, ?, ?)'),
  putPart: db.prepare('INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?)'),
});
type Statements = ReturnType<typeof prepare>;

const readPlace = ({ kept }: Statements): Place | undefined => {
  const row: unknown = kept.get();
  return row === undefined ? undefined : placeOf(row);
};

const partOf = (statements: Statements, level: number, part: number): Uint8Array => {
  const row: unknown = statements.part.get(level, part);
  const [hashes] = summed(row, level, part);
  if (!Buffer.isBuffer(hashes)) throw new Damage('a part of a tree in it is not one');
  return hashes;
};

const write = (statements: Statements, parts: Iterable<TreePart>, place: Place): void => {
  for (const { level, part, hashes } of parts)
    statements.putPart.run(level, part, Buffer.from(hashes), sumOf(level, part, hashes));
  const { position, token, lastEvent } = place;
  const sum = sumOf(position, Buffer.from(token), Buffer.from(lastEvent));
  statements.putKept.run(position, token, lastEvent, sum);
};

/** Opens a file of a kept tree; with `write` it is made where it is absent. */
export const openTreeFile = (file: string, mode: Mode): TE.TaskEither<StoreError, TreeFile> =>
  pipe(
    openFile(file, treeFormat, mode),
    TE.chainEitherK((db) =>
      attempt(file, (): TreeFile => {
        const statements = prepare(db);
        return {
          hold: () =>
            attempt(file, () => {
              // Its parts are read later, and are to be those of this moment, whoever keeps more meanwhile.
              db.exec('BEGIN');
              return readPlace(statements);
            }),
          part: (level, part) => {
            try {
              return partOf(statements, level, part);
            } catch (thrown) {
              throw thrown instanceof Error ? new KeptDamage(file, thrown.message) : thrown;
            }
          },
          keep: (from, parts, place) =>
            attempt(file, () =>
              inTransaction(db, () => {
                if (from === undefined) db.exec('DELETE FROM parts');
                else if (readPlace(statements)?.lastEvent !== from.lastEvent) return false;
                write(statements, parts, place);
                return true;
              }),
            ),
          close: () => db.close(),
        };
      }),
    ),
  );
