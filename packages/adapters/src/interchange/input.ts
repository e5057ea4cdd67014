import { createReadStream } from 'node:fs';
import { basename } from 'node:path';

/** Something to import, read once and from its beginning. */
export interface Input {
  /** as the user named it, for messages */
  readonly name: string;
  /** what the metadata of its events calls it: no path, for that says more than the log need know */
  readonly label: string;
  /** the bytes, from the beginning; asked once */
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

/** A file to import. */
export const fileInput = (path: string): Input => ({
  name: path,
  label: basename(path),
  chunks: () => createReadStream(path),
});

/** Bytes that arrive from somewhere else, such as standard input. */
export const streamInput = (name: string, chunks: AsyncIterable<Uint8Array>): Input => ({
  name,
  label: 'standard input',
  chunks: () => chunks,
});
