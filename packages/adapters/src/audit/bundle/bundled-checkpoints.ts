import * as E from 'fp-ts/lib/Either.js';
import type { Hash } from '../merkle/hash.js';
import { parseTreeHead } from '../note/checkpoint.js';
import type { VerifierKey } from '../note/key.js';
import type { NoteFault } from '../note/note-fault.js';
import { parseNote, verifyNote } from '../note/signed-note.js';
import { shown } from '../shown.js';
import { type BundleFault, refuseBundle } from './bundle-fault.js';
import { checkpointFile, longestFile } from './layout.js';
import type { ListedFile } from './manifest.js';
import { readListed } from './plain-file.js';
import type { SignedManifest } from './signed-manifest.js';

/** A checkpoint of a bundle whose signature is right. */
export interface BundledCheckpoint {
  readonly path: string;
  readonly size: number;
  readonly root: Hash;
}

const checkpointIn = (
  path: string,
  size: number,
  key: VerifierKey,
  bytes: Uint8Array,
): E.Either<BundleFault, BundledCheckpoint> => {
  const refused = (fault: NoteFault) => E.left(refuseBundle('NoteRefused', { path, fault }));
  const malformed = (detail: string) => E.left(refuseBundle('FileMalformed', { path, detail }));
  const note = parseNote(bytes);
  if (E.isLeft(note)) return refused(note.left);
  const verified = verifyNote(key, note.right);
  if (E.isLeft(verified)) return refused(verified.left);
  const head = parseTreeHead(note.right.text);
  if (E.isLeft(head)) return refused(head.left);
  const { origin, size: signed, root } = head.right;
  if (origin !== key.name)
    return malformed(`it is of the log ${shown(origin)}; expected was ${shown(key.name)}`);
  return signed === BigInt(size)
    ? E.right({ path, size, root })
    : malformed(`it is over ${signed} events; expected were ${size}`);
};

/** Reads the checkpoints that a manifest lists, in order of size, and verifies that its key signed each. */
export const readCheckpoints = async (
  folder: string,
  { manifest, key }: SignedManifest,
  listedAs: (path: string) => ListedFile,
): Promise<E.Either<BundleFault, ReadonlyArray<BundledCheckpoint>>> => {
  const read: BundledCheckpoint[] = [];
  for (const { size } of manifest.checkpoints) {
    const path = checkpointFile(size);
    const bytes = await readListed(folder, listedAs(path), longestFile.note);
    if (E.isLeft(bytes)) return bytes;
    const checkpoint = checkpointIn(path, size, key, bytes.right);
    if (E.isLeft(checkpoint)) return checkpoint;
    read.push(checkpoint.right);
  }
  return E.right(read);
};
