import { readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { StoreError } from '../event-store/port.js';
import { damaged, schemaDamage, unavailable, unusable } from './failure.js';
import type { Form } from './format.js';
import { withFile } from './held-file.js';

/** What stands under a file's name, seen without SQLite, which would change a file it opens. */
export type Seen =
  | { readonly tag: 'absent' | 'empty' | 'outdated' | 'earlier' | 'ours' }
  | { readonly tag: 'refused'; readonly error: StoreError };

/** The largest page that SQLite knows: the first page of any file fits. */
const firstPage = 65_536;
const magic = 'SQLite format 3\0';

const refused = (error: StoreError): Seen => ({ tag: 'refused', error });

const nodeCode = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;

const readStart = (file: string): Buffer =>
  withFile(file, 'r', 0, (descriptor) => {
    const buffer = Buffer.alloc(firstPage);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, firstPage, 0));
  });

const judge = (file: string, format: Form, start: Buffer): Seen => {
  if (start.length === 0) return { tag: 'empty' };
  const isSqlite = start.length >= 100 && start.toString('latin1', 0, 16) === magic;
  // https://www.sqlite.org/fileformat2.html: user_version at 60, application_id at 68, big-endian.
  if (!isSqlite || start.readInt32BE(68) !== format.applicationId)
    return refused(
      unusable(
        `${file} is not ${format.what.en} of Burgernet but ${isSqlite ? 'another database' : 'something else'}, or its beginning is damaged; name another file. It was left as it is.`,
        `${file} is geen ${format.what.nl} van Burgernet maar ${isSqlite ? 'een andere database' : 'iets anders'}, of het begin is beschadigd; noem een ander bestand. Het bleef zoals het is.`,
      ),
    );
  const version = start.readInt32BE(60);
  if (version > format.version)
    return refused(
      unusable(
        `${file} is ${format.what.en} in format ${version} and this release reads up to format ${format.version}; use a later release. It was left as it is.`,
        `${file} is een ${format.what.nl} in formaat ${version} en deze versie leest tot en met formaat ${format.version}; gebruik een latere versie. Het bleef zoals het is.`,
      ),
    );
  if (version < format.version && format.clearing !== undefined) return { tag: 'outdated' };
  const { earlier } = format;
  if (version === earlier?.version && earlier.schema.every((statement) => start.includes(statement)))
    return { tag: 'earlier' };
  // Beside damage this also finds what SQLite would stumble over: libsql ends the process where a
  // name in the schema is not UTF-8.
  const whole = version === format.version && format.schema.every((statement) => start.includes(statement));
  return whole ? { tag: 'ours' } : refused(damaged(file, schemaDamage));
};

/**
 * Looks at a file before SQLite may: whether it is absent, empty, one of this format or of an earlier one
 * that is made anew or taken over, or to be refused.
 * Reads only, so what is refused stays as it is, to the byte.
 */
export const inspectFile = async (file: string, format: Form): Promise<Seen> => {
  try {
    // Asked first, for opening a pipe would wait for somebody to write into it.
    if (!(await stat(file)).isFile())
      return refused(
        unusable(
          `${file} is no file and so not ${format.what.en}; name a file.`,
          `${file} is geen bestand en dus geen ${format.what.nl}; noem een bestand.`,
        ),
      );
    return judge(file, format, readStart(file));
  } catch (thrown) {
    const code = nodeCode(thrown);
    if (code === undefined) throw thrown;
    return code === 'ENOENT'
      ? { tag: 'absent' }
      : refused(
          unavailable(
            `${file} cannot be read (${code}); see whether this user may.`,
            `${file} is niet te lezen (${code}); kijk of deze gebruiker dat mag.`,
          ),
        );
  }
};
