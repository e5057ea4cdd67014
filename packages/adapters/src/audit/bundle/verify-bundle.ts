import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { certificateText } from '../certificate/certify.js';
import { firstDifference } from '../certificate/first-difference.js';
import { hashText, sameHash } from '../merkle/hash.js';
import type { VerifierKey } from '../note/key.js';
import { type BundleFault, refuseBundle } from './bundle-fault.js';
import { type BundledCertificate, readCertificates } from './bundled-certificates.js';
import { type BundledCheckpoint, readCheckpoints } from './bundled-checkpoints.js';
import { holdsWhatIsListed } from './folder.js';
import { type HeldCertificates, readHeldCertificates } from './held-certificates.js';
import { manifestFile } from './layout.js';
import type { ListedFile, Manifest } from './manifest.js';
import { type Replayed, replayBundle, type VerifyProgress } from './replay-bundle.js';
import { readSignedManifest } from './signed-manifest.js';

/** How a bundle is verified. */
export interface VerifyOptions {
  /** the key that must have signed it; absent: the one that the bundle names, and nobody knows whose that is */
  readonly key?: VerifierKey | undefined;
  /** certificates that must follow from the events too: they were given out before the bundle was made */
  readonly held?: HeldCertificates | undefined;
  /** hears how far it is */
  readonly onProgress?: (progress: VerifyProgress) => void;
}

/** A bundle of which everything held. */
export interface VerifiedBundle {
  readonly manifest: Manifest;
  readonly key: VerifierKey;
  readonly certificates: ReadonlyArray<BundledCertificate>;
  /** those that were held against it */
  readonly held: ReadonlyArray<BundledCertificate>;
  /** the root over all events, in base64 */
  readonly root: string;
  /** events that this program cannot read; figures that they may touch are marked in their certificates */
  readonly quarantined: number;
}

const listing = ({ files }: Manifest): ((path: string) => ListedFile) => {
  const byPath = new Map(files.map((file): readonly [string, ListedFile] => [file.path, file]));
  return (path) => {
    const listed = byPath.get(path);
    if (listed === undefined) throw new Error(`${manifestFile} was read and does not list ${path}.`);
    return listed;
  };
};

/** The first checkpoint that was not signed over these events: the last of all, or else the earliest. */
const wrongRoot = (
  { roots }: Replayed,
  checkpoints: ReadonlyArray<BundledCheckpoint>,
): BundleFault | undefined => {
  for (const { path, size, root } of [...checkpoints.slice(-1), ...checkpoints]) {
    const found = roots.get(size);
    if (found === undefined || !sameHash(found, root))
      return refuseBundle('RootDiffers', {
        path,
        size,
        expected: hashText(root),
        found: hashText(found ?? new Uint8Array()),
      });
  }
  return undefined;
};

const wrongCertificate = (
  replayed: Replayed,
  certificates: ReadonlyArray<BundledCertificate>,
): BundleFault | undefined => {
  for (const { path, text, certificate } of certificates) {
    const made = replayed.certificates.get(path);
    if (made === undefined) throw new Error(`${path} was not computed again.`);
    if (certificateText(made) !== text)
      return refuseBundle('FigureDiffers', {
        path,
        figure: certificate.figure,
        ...firstDifference(made, certificate),
      });
  }
  return undefined;
};

/**
 * Verifies a bundle, offline and trusting nothing in it, in this order: the signature of the manifest, that
 * there are the files it lists and no others, the signatures of the checkpoints; the root over the events;
 * that each checkpoint was signed over the beginning of these same events; every certificate to the byte,
 * computed again from the events, and those that somebody holds against it.
 *
 * @returns the first thing that is wrong, named, with what was expected
 */
export const verifyBundle =
  (
    folder: string,
    { key, held, onProgress = () => {} }: VerifyOptions = {},
  ): TE.TaskEither<BundleFault, VerifiedBundle> =>
  async () => {
    const signed = await readSignedManifest(folder, key);
    if (E.isLeft(signed)) return signed;
    const { manifest } = signed.right;
    const complete = await holdsWhatIsListed(folder, manifest);
    if (E.isLeft(complete)) return complete;
    const listedAs = listing(manifest);
    const checkpoints = await readCheckpoints(folder, signed.right, listedAs);
    if (E.isLeft(checkpoints)) return checkpoints;
    const certificates = await readCertificates(folder, manifest, listedAs);
    if (E.isLeft(certificates)) return certificates;
    const given = held === undefined ? E.right([]) : readHeldCertificates(held, manifest.events);
    if (E.isLeft(given)) return given;
    const all = [...certificates.right, ...given.right];
    const replayed = await replayBundle(folder, manifest, all, listedAs, onProgress);
    if (E.isLeft(replayed)) return replayed;
    const fault = wrongRoot(replayed.right, checkpoints.right) ?? wrongCertificate(replayed.right, all);
    if (fault !== undefined) return E.left(fault);
    return E.right({
      manifest,
      key: signed.right.key,
      certificates: certificates.right,
      held: given.right,
      root: hashText(replayed.right.roots.get(manifest.events) ?? new Uint8Array()),
      quarantined: replayed.right.quarantined,
    });
  };
