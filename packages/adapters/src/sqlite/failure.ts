import { both } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { StoreError, StoreUnavailable, StoreUnusable } from '../event-store/port.js';

/** A file that is damaged, of another kind or of a later version. */
export const unusable = (en: string, nl: string): StoreUnusable => ({
  tag: 'StoreUnusable',
  text: both(en, nl),
});

/** A file that cannot be reached or used now. */
export const unavailable = (en: string, nl: string): StoreUnavailable => ({
  tag: 'StoreUnavailable',
  text: both(en, nl),
});

/** How long a statement waits for another process that is writing, in milliseconds. */
export const patience = 5_000;

/**
 * A file that is damaged.
 *
 * @param detail what is damaged, in English: it is for engineers
 */
export const damaged = (file: string, detail: string): StoreUnusable =>
  unusable(
    `${file} is damaged (${detail}); restore it from a copy. It was left as it is.`,
    `${file} is beschadigd (${detail}); zet een kopie terug. Het bleef zoals het is.`,
  );

/** What is damaged where the schema is another one. */
export const schemaDamage = 'its schema is not what it should be';

/**
 * Thrown inside {@link attempt} by those who find in a file what SQLite let pass; the message is a
 * clause that says what.
 */
export class Damage extends Error {}

/** The result codes of SQLite (https://www.sqlite.org/rescode.html) that tell what to do. */
const [error, busy, readOnly, corrupt, full, cannotOpen, constraint, notADatabase] = [
  1, 5, 8, 11, 13, 14, 19, 26,
];

/**
 * The primary result code of an exception out of SQLite. libsql throws a `SqliteError` with the extended
 * code in `rawCode`, whose last eight bits are the primary one; it has a name in `code` for some of them
 * only. Where a file cannot be opened at all it throws a plain `Error` that begins with `ConnectionFailed`.
 */
const resultCode = (thrown: unknown): number | undefined => {
  if (!(thrown instanceof Error)) return undefined;
  if ('rawCode' in thrown && typeof thrown.rawCode === 'number') return thrown.rawCode & 0xff;
  return thrown.message.startsWith('ConnectionFailed') ? cannotOpen : undefined;
};

/** Whether SQLite threw because another process holds the file. */
export const isBusy = (thrown: unknown): boolean => resultCode(thrown) === busy;

const said = (code: number, file: string, detail: string): StoreError => {
  switch (code) {
    case corrupt:
    case notADatabase:
    case constraint:
    // Every statement of ours fits the schema that was verified: an error in one is the file's.
    case error:
      return damaged(file, detail);
    case busy:
      return unavailable(
        `Another process has kept ${file} locked for ${patience / 1_000} seconds; try again.`,
        `Een ander proces houdt ${file} al ${patience / 1_000} seconden bezet; probeer het opnieuw.`,
      );
    case full:
      return unavailable(
        `There is no room left on the disk of ${file}; make some.`,
        `Op de schijf van ${file} is geen ruimte meer; maak ruimte.`,
      );
    case readOnly:
    case cannotOpen:
      return unavailable(
        `${file} cannot be used so: either it was opened for reading and this would write, or this user may not write in its folder, where SQLite keeps files beside it (${detail}).`,
        `${file} is zo niet te gebruiken: het is om te lezen geopend en dit zou schrijven, of deze gebruiker mag niet schrijven in de map, waar SQLite er bestanden naast zet (${detail}).`,
      );
    default:
      return unavailable(
        `${file} cannot be used now (${detail}); see what the system says of its disk.`,
        `${file} is nu niet te gebruiken (${detail}); kijk wat het systeem over de schijf zegt.`,
      );
  }
};

/** What an exception out of SQLite means for the file. An exception of any other origin is a bug and is thrown on. */
export const failureOf = (file: string, thrown: unknown): StoreError => {
  if (thrown instanceof Damage) return damaged(file, thrown.message);
  const code = resultCode(thrown);
  if (code === undefined) throw thrown;
  return said(code, file, thrown instanceof Error ? thrown.message : `code ${code}`);
};

/** Runs work on an SQLite file; what SQLite refuses becomes a {@link StoreError}. */
export const attempt = <A>(file: string, work: () => A): E.Either<StoreError, A> =>
  E.tryCatch(work, (thrown) => failureOf(file, thrown));
