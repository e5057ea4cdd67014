import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { sha256Hex } from '../leaf/stand-in.js';
import { type BundleFault, refuseBundle } from './bundle-fault.js';
import type { ListedFile } from './manifest.js';

/** A file of a bundle that is open for reading. */
export interface PlainFile {
  readonly path: string;
  readonly handle: FileHandle;
  /** its length when it was opened, in bytes */
  readonly bytes: number;
}

/** Neither through a link nor waiting for somebody to write; Windows has no such flags. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const codeOf = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;

/** Does something with a file of a bundle; what the system refuses becomes a fault, a bug stays one. */
export const attempt = async <A>(
  path: string,
  work: () => Promise<E.Either<BundleFault, A>>,
): Promise<E.Either<BundleFault, A>> => {
  try {
    return await work();
  } catch (thrown) {
    const code = codeOf(thrown);
    if (code === undefined) throw thrown;
    if (code === 'ENOENT' || code === 'ENOTDIR') return E.left(refuseBundle('FileAbsent', { path }));
    if (code === 'ELOOP') return E.left(refuseBundle('FileNotPlain', { path }));
    return E.left(refuseBundle('FileUnreadable', { path, detail: code }));
  }
};

/** Opens a file of a bundle, uses it and closes it again, whatever happens. */
export const withPlainFile = <A>(
  folder: string,
  path: string,
  use: (file: PlainFile) => Promise<E.Either<BundleFault, A>>,
): Promise<E.Either<BundleFault, A>> =>
  attempt(path, async () => {
    const notPlain = E.left(refuseBundle('FileNotPlain', { path }));
    const whole = join(folder, path);
    if (!(await lstat(whole)).isFile()) return notPlain;
    const handle = await open(whole, flags);
    try {
      const stats = await handle.stat();
      return stats.isFile() ? await use({ path, handle, bytes: stats.size }) : notPlain;
    } finally {
      await handle.close();
    }
  });

/** How many bytes are read at a time. */
const chunkBytes = 1 << 18;

/** Bytes of a file from its beginning, so many at most. */
export async function* chunksOf({ handle }: PlainFile, most: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < most; ) {
    const room = Buffer.allocUnsafe(Math.min(chunkBytes, most - at));
    const { bytesRead } = await handle.read(room, 0, room.length, at);
    if (bytesRead === 0) return;
    yield room.subarray(0, bytesRead);
    at += bytesRead;
  }
}

/** Reads a file whole that may have so many bytes at most. */
export const readWhole = (
  folder: string,
  path: string,
  most: number,
): Promise<E.Either<BundleFault, Uint8Array>> =>
  withPlainFile(folder, path, async (file) => {
    if (file.bytes > most) return E.left(refuseBundle('FileTooLarge', { path, bytes: file.bytes, most }));
    const parts: Uint8Array[] = [];
    for await (const chunk of chunksOf(file, most)) parts.push(chunk);
    return E.right(Buffer.concat(parts));
  });

/** Whether a file is the one that the manifest lists, given its length and hash. */
export const isListedAs = (
  { path, bytes, sha256 }: ListedFile,
  foundBytes: number,
  foundHash: string,
): E.Either<BundleFault, void> => {
  if (foundBytes !== bytes)
    return E.left(refuseBundle('FileLength', { path, expected: bytes, found: foundBytes }));
  return foundHash === sha256
    ? E.right(undefined)
    : E.left(refuseBundle('FileHash', { path, expected: sha256, found: foundHash }));
};

/** Reads a file whole that the manifest lists, and compares it. */
export const readListed = async (
  folder: string,
  listed: ListedFile,
  most: number,
): Promise<E.Either<BundleFault, Uint8Array>> => {
  const read = await readWhole(folder, listed.path, most);
  if (E.isLeft(read)) return read;
  const compared = isListedAs(listed, read.right.length, sha256Hex(read.right));
  return E.isLeft(compared) ? compared : read;
};
