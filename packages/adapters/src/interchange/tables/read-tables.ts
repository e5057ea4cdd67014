import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { parseMunicipalities } from './municipalities.js';
import { parseTables, publicationFile } from './parse-tables.js';
import { fileOf, type Municipality, type PublishedYear } from './published-year.js';
import { mistake, type TablesError } from './tables-error.js';

/** The folder of the tables of 2021 that come with this package. */
export const tablesOf2021 = fileURLToPath(new URL('../../../data/midden-nederland-2021', import.meta.url));

const ErrorWithCode = t.type({ code: t.string });

const utf8 = (file: string, bytes: Uint8Array): E.Either<TablesError, string> =>
  E.tryCatch(
    () => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    () => mistake('NotUtf8', { file }),
  );

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** What is missing where a file is not found: the file, or the folder with it. */
const missing = async (folder: string, file: string): Promise<TablesError> =>
  (await isFolder(folder)) ? mistake('FileMissing', { file }) : mistake('FolderMissing', { folder });

const bytesOf =
  (folder: string, file: string): TE.TaskEither<TablesError, Uint8Array> =>
  async () => {
    try {
      return E.right(await readFile(join(folder, file)));
    } catch (error) {
      const why = ErrorWithCode.is(error) ? error.code : String(error);
      return E.left(
        why === 'ENOENT' || why === 'ENOTDIR'
          ? await missing(folder, file)
          : mistake('FileUnreadable', { file, why }),
      );
    }
  };

const read = (folder: string, file: string): TE.TaskEither<TablesError, string> =>
  pipe(
    bytesOf(folder, file),
    TE.chainEitherK((bytes) => utf8(file, bytes)),
  );

/**
 * Reads a folder of published tables; the README of the data folder describes its format.
 *
 * @param folder a path
 * @returns the tables as printed, or the first mistake with its file and line
 */
export const readTables = (folder: string): TE.TaskEither<TablesError, PublishedYear> =>
  pipe(
    TE.Do,
    TE.bind('publication', () => read(folder, publicationFile)),
    TE.bind('municipalities', () => read(folder, fileOf('municipalities'))),
    TE.bind('headline', () => read(folder, fileOf('headline'))),
    TE.bind('action-types', () => read(folder, fileOf('action-types'))),
    TE.bind('actions-responses', () => read(folder, fileOf('actions-responses'))),
    TE.bind('participants', () => read(folder, fileOf('participants'))),
    TE.bind('app-downloads', () => read(folder, fileOf('app-downloads'))),
    TE.chainEitherK(parseTables),
  );

/**
 * Reads the reference data of a folder of tables: codes and official names of its municipalities.
 *
 * @param folder a path; by default the tables of 2021 that come with this package
 */
export const readMunicipalities = (
  folder: string = tablesOf2021,
): TE.TaskEither<TablesError, ReadonlyArray<Municipality>> =>
  pipe(read(folder, fileOf('municipalities')), TE.chainEitherK(parseMunicipalities));
