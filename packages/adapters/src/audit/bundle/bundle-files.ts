import { defaultPrefix } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore } from '../../event-store/port.js';
import type { Certificate } from '../certificate/certificate.js';
import { certificateText } from '../certificate/certify.js';
import type { CheckpointsFault } from '../kept-checkpoints/checkpoints-file.js';
import { emptyRoot, type Hash, hashText, sameHash } from '../merkle/hash.js';
import type { Checkpoint } from '../note/checkpoint.js';
import { type SignerKey, vkeyText } from '../note/key.js';
import { noteText, verifyNote } from '../note/signed-note.js';
import { type BundleFault, refuseBundle } from './bundle-fault.js';
import { definitionsText } from './bundled-certificates.js';
import { type WrittenFile, writeFile } from './growing-file.js';
import { certificateFile, checkpointFile, definitionsFile, manifestFile, signatureFile } from './layout.js';
import { format, Manifest, manifestText } from './manifest.js';
import { signatureText } from './signed-manifest.js';
import { type WrittenEvents, writeEvents } from './write-events.js';

/** What is put into a bundle. */
export interface BundleContent {
  readonly store: EventStore;
  /** of our streams, see `defaultPrefix` */
  readonly prefix?: string;
  /** signs the bundle, and must have signed every checkpoint */
  readonly key: SignerKey;
  /** the other checkpoints that were made, by size, ascending, each size once; one over more events is refused */
  readonly earlier: ReadonlyArray<Checkpoint>;
  /** how many events of the log, from the first on, are in the bundle */
  readonly events: number;
  /** The checkpoint over all of them. It is asked when they were read and every earlier one was found right. */
  readonly last: (root: Hash) => TE.TaskEither<CheckpointsFault, Checkpoint>;
  /** Certificates over so many events, given their root. */
  readonly certificates: (root: Hash) => ReadonlyArray<Certificate>;
  /** hears how many events were written */
  readonly onProgress?: (events: number) => void;
}

const sizeOf = ({ head }: Checkpoint): number => Number(head.size);

/** What keeps a checkpoint from being bundled: another key signed it, or the log is no longer the one it is over. */
const wrongWith = (
  { head, note }: Checkpoint,
  { verifier }: SignerKey,
  { count, roots }: WrittenEvents,
): BundleFault | undefined => {
  const [path, size] = [checkpointFile(head.size), Number(head.size)];
  const verified = verifyNote(verifier, note);
  if (E.isLeft(verified)) return refuseBundle('NoteRefused', { path, fault: verified.left });
  const found = roots.get(size);
  if (found === undefined) return refuseBundle('LogTooShort', { path, expected: size, found: count });
  return sameHash(found, head.root)
    ? undefined
    : refuseBundle('RootDiffers', { path, size, expected: hashText(head.root), found: hashText(found) });
};

/** Writes the manifest, which is signed last of all: without a signature a bundle is none. */
const seal = async (folder: string, key: SignerKey, manifest: unknown): Promise<Manifest> => {
  if (!Manifest.is(manifest)) throw new TypeError('A bundle was written whose manifest is none.');
  const text = manifestText(manifest);
  await writeFile(folder, manifestFile, text);
  await writeFile(folder, signatureFile, signatureText(key, text));
  return manifest;
};

/** Every checkpoint, the last one included, of which all are right. */
const rightCheckpoints = async (
  { key, earlier, events, last }: BundleContent,
  written: WrittenEvents,
): Promise<E.Either<BundleFault | CheckpointsFault, ReadonlyArray<Checkpoint>>> => {
  for (const checkpoint of earlier) {
    const fault = wrongWith(checkpoint, key, written);
    if (fault !== undefined) return E.left(fault);
  }
  const root = written.roots.get(events);
  if (root === undefined)
    return E.left(
      refuseBundle('LogTooShort', { path: checkpointFile(events), expected: events, found: written.count }),
    );
  const made = await last(root)();
  if (E.isLeft(made)) return made;
  const fault = wrongWith(made.right, key, written);
  return fault === undefined ? E.right([...earlier, made.right]) : E.left(fault);
};

/** Writes the files of a bundle into an empty folder. */
export const writeFiles = async (
  folder: string,
  content: BundleContent,
): Promise<E.Either<BundleFault | CheckpointsFault, Manifest>> => {
  const { store, prefix = defaultPrefix, key, events, onProgress = () => {} } = content;
  const sizes = new Set([...content.earlier.map(sizeOf), events]);
  const written = await writeEvents(folder, store, events, sizes, onProgress);
  if (E.isLeft(written)) return written;
  const checkpoints = await rightCheckpoints(content, written.right);
  if (E.isLeft(checkpoints)) return checkpoints;
  const files: WrittenFile[] = [...written.right.files];
  for (const { head, note } of checkpoints.right)
    files.push(await writeFile(folder, checkpointFile(head.size), noteText(note)));
  const certificates = content.certificates(written.right.roots.get(events) ?? emptyRoot);
  files.push(await writeFile(folder, definitionsFile, definitionsText(certificates)));
  const texts = new Map(
    certificates.map((one): readonly [string, string] => {
      const text = certificateText(one);
      return [certificateFile(one, text), text];
    }),
  );
  for (const [path, text] of texts) files.push(await writeFile(folder, path, text));
  return E.right(
    await seal(folder, key, {
      format,
      key: vkeyText(key.verifier),
      prefix,
      events: written.right.count,
      checkpoints: checkpoints.right.map((one) => ({ size: sizeOf(one), madeAt: one.madeAt })),
      files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    }),
  );
};
