import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { StoreError } from '../../event-store/port.js';
import { isStoreError } from '../../event-store/store-error.js';
import type { CheckpointsFault } from '../kept-checkpoints/checkpoints-file.js';
import { type BundleFault, refuseBundle } from './bundle-fault.js';
import { type BundleContent, writeFiles } from './bundle-files.js';
import type { Manifest } from './manifest.js';

/** Why a bundle was not written; then nothing of it is left. */
export type WriteBundleError = BundleFault | CheckpointsFault | StoreError;

const codeOf = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;

/** Whether a folder is absent or empty. */
const isFree = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(folder)).length === 0;
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOTDIR') return false;
    if (codeOf(thrown) === 'ENOENT') return true;
    throw thrown;
  }
};

/** Takes an empty folder away, and never one with something in it. */
const makeWay = async (folder: string): Promise<void> => {
  try {
    await rmdir(folder);
  } catch (thrown) {
    if (codeOf(thrown) !== 'ENOENT') throw thrown;
  }
};

/** Writes a bundle beside the place where it is to stand, and puts it there when it is whole. */
const writeWhole = async (
  folder: string,
  content: BundleContent,
): Promise<E.Either<BundleFault | CheckpointsFault, Manifest>> => {
  const taken = E.left(refuseBundle('FolderTaken', { folder }));
  const whole = resolve(folder);
  if (!(await isFree(whole))) return taken;
  const beside = join(dirname(whole), `.${basename(whole)}.${randomUUID()}`);
  await mkdir(beside);
  try {
    const written = await writeFiles(beside, content);
    if (E.isLeft(written)) return written;
    await makeWay(whole);
    await rename(beside, whole);
    return written;
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
};

/**
 * Writes a bundle into a folder that is absent or empty: whole or not at all.
 *
 * Nothing is signed that does not hold: a log that is no longer the one that a checkpoint was signed over is
 * refused here, naming the checkpoint, and before anything new is signed over it.
 */
export const writeBundle =
  (folder: string, content: BundleContent): TE.TaskEither<WriteBundleError, Manifest> =>
  async () => {
    try {
      return await writeWhole(folder, content);
    } catch (thrown) {
      if (isStoreError(thrown)) return E.left(thrown);
      const detail = codeOf(thrown);
      if (detail === undefined) throw thrown;
      return E.left(refuseBundle('FolderUnusable', { folder, detail }));
    }
  };
