import * as E from 'fp-ts/lib/Either.js';
import type { StoreError, StoreUnavailable, StoreUnusable } from '../event-store/port.js';

export const unusable = (message: string): StoreUnusable => ({ tag: 'StoreUnusable', message });
export const unavailable = (message: string): StoreUnavailable => ({ tag: 'StoreUnavailable', message });

/** How long a statement waits for another process that is writing, in milliseconds. */
export const patience = 5_000;

export const damaged = (file: string, detail: string): StoreUnusable =>
  unusable(`${file} is damaged (${detail}); restore it from a copy. It was left as it is.`);

export const schemaDamage = 'its schema is not what it should be';

/**
 * Thrown inside {@link attempt} by those who find in a file what SQLite let pass; the message is a
 * clause that says what.
 */
export class Damage extends Error {}

/**
 * The extended result code of an exception out of SQLite, such as `SQLITE_BUSY_SNAPSHOT`.
 * libsql throws a `SqliteError` with a code, except where a file cannot be opened at all: that is a
 * plain `Error` whose message begins with `ConnectionFailed`.
 */
export const sqliteCode = (thrown: unknown): string | undefined => {
  if (!(thrown instanceof Error)) return undefined;
  if ('code' in thrown && typeof thrown.code === 'string' && thrown.code.startsWith('SQLITE_'))
    return thrown.code;
  return thrown.message.startsWith('ConnectionFailed') ? 'SQLITE_CANTOPEN' : undefined;
};

const reasons: ReadonlyArray<readonly [code: string, failure: (file: string, detail: string) => StoreError]> =
  [
    ['SQLITE_CORRUPT', damaged],
    ['SQLITE_NOTADB', damaged],
    ['SQLITE_CONSTRAINT', damaged],
    // Every statement of ours fits the schema that was verified: an error in one is the file's.
    ['SQLITE_ERROR', damaged],
    [
      'SQLITE_BUSY',
      (file) =>
        unavailable(`Another process has kept ${file} locked for ${patience / 1_000} seconds; try again.`),
    ],
    ['SQLITE_FULL', (file) => unavailable(`There is no room left on the disk of ${file}; make some.`)],
    [
      'SQLITE_READONLY',
      (file) => unavailable(`${file} cannot be written to: it is write-protected or was opened for reading.`),
    ],
    [
      'SQLITE_CANTOPEN',
      (file) =>
        unavailable(`${file} cannot be opened; see whether its folder exists and this user may write there.`),
    ],
  ];

/** What an exception out of SQLite means for the file. An exception of any other origin is a bug and is thrown on. */
export const failureOf = (file: string, thrown: unknown): StoreError => {
  if (thrown instanceof Damage) return damaged(file, thrown.message);
  const code = sqliteCode(thrown);
  if (code === undefined) throw thrown;
  const detail = thrown instanceof Error ? thrown.message : code;
  const known = reasons.find(([start]) => code.startsWith(start));
  return known === undefined
    ? unavailable(`${file} cannot be used now (${detail}).`)
    : known[1](file, detail);
};

/** Runs work on an SQLite file; what SQLite refuses becomes a {@link StoreError}. */
export const attempt = <A>(file: string, work: () => A): E.Either<StoreError, A> =>
  E.tryCatch(work, (thrown) => failureOf(file, thrown));
