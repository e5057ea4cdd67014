import { closed, fromEpoch, Instant, MunicipalityCode, oneOf, Role, streamKinds } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import type Database from 'libsql';
import type { StoreError } from '../event-store/port.js';
import { parseJson } from '../interchange/raw-json.js';
import { attempt, Damage } from '../sqlite/failure.js';
import type { Mode } from '../sqlite/format.js';
import { openFile } from '../sqlite/open-file.js';
import { readText } from '../sqlite/text.js';
import { closedBefore } from './closed-before.js';
import type { RefusalRecord, Refusals } from './port.js';
import { refusalsFormat } from './refusals-format.js';

const Refusal = closed('refusal', {
  at: Instant,
  role: Role,
  actorId: t.union([t.string, t.null]),
  municipality: t.union([MunicipalityCode, t.null]),
  command: t.string,
  kind: oneOf('kind of stream', ...streamKinds),
  id: t.string,
  rule: t.string,
});

const refusalIn = (row: unknown): RefusalRecord => {
  const value = parseJson(readText(row) ?? '');
  if (!Refusal.is(value)) throw new Damage('a refusal in it is not one');
  return value;
};

const refusalsOf = (opened: Database.Database, file: string): Refusals => {
  // Let go of when closed: an SQLite file stays open until its statements are garbage.
  let db: Database.Database | undefined = opened;
  const using =
    <A>(work: (db: Database.Database) => A): TE.TaskEither<StoreError, A> =>
    async () => {
      const there = db;
      return there === undefined ? E.left(closedBefore) : attempt(file, () => work(there));
    };
  return {
    record: (refusal) =>
      using((there) => {
        there.prepare('INSERT INTO refusals(refusal) VALUES (?)').run(JSON.stringify(refusal));
      }),
    all: using((there) => {
      const since = readText(there.prepare('SELECT CAST(since AS BLOB) FROM recording').raw().get());
      if (!Instant.is(since)) throw new Damage('since when it records is no moment');
      const rows = there.prepare('SELECT CAST(refusal AS BLOB) FROM refusals ORDER BY number').raw();
      return { since, refusals: rows.all().map(refusalIn) };
    }),
    close: async () => {
      db?.close();
      db = undefined;
    },
  };
};

/**
 * Opens what was refused in an SQLite file, for the eyes of its owner alone.
 *
 * @param file its path, see `refusalsFileOfStore`
 * @param options how it is opened
 * @param options.mode with `write` the file is made where it is absent or empty; with `read` it must be there
 * @param options.now the clock: since when a file that is made records
 */
export const openSqliteRefusals = (
  file: string,
  { mode, now = () => fromEpoch(Date.now()) }: { readonly mode: Mode; readonly now?: () => Instant },
): TE.TaskEither<StoreError, Refusals> =>
  pipe(
    openFile(file, refusalsFormat(now), mode),
    TE.map((db) => refusalsOf(db, file)),
  );
