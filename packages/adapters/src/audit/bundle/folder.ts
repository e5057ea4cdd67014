import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { type BundleFault, refuseBundle } from './bundle-fault.js';
import { folders, manifestFile, signatureFile } from './layout.js';
import type { Manifest } from './manifest.js';
import { attempt } from './plain-file.js';

const isFolder = (path: string): boolean => folders.some((folder) => folder === path);

/** Takes from a set of names those that a folder has; a name that is not among them is a fault. */
const look = (root: string, inside: string, awaited: Set<string>): Promise<E.Either<BundleFault, void>> =>
  attempt(inside === '' ? '.' : inside, async () => {
    for await (const entry of await opendir(join(root, inside))) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (inside === '' && isFolder(path)) {
        if (!entry.isDirectory()) return E.left(refuseBundle('FileNotPlain', { path }));
        const looked = await look(root, path, awaited);
        if (E.isLeft(looked)) return looked;
        continue;
      }
      if (!awaited.delete(path)) return E.left(refuseBundle('FileUnexpected', { path }));
      if (!entry.isFile()) return E.left(refuseBundle('FileNotPlain', { path }));
    }
    return E.right(undefined);
  });

/**
 * Whether a folder holds the files that a manifest lists and nothing else. No file is opened, no link is
 * followed, and the first name that should not be there ends the looking, however many there are.
 */
export const holdsWhatIsListed = async (
  folder: string,
  { files }: Manifest,
): Promise<E.Either<BundleFault, void>> => {
  const awaited = new Set([manifestFile, signatureFile, ...files.map(({ path }) => path)]);
  const looked = await look(folder, '', awaited);
  if (E.isLeft(looked)) return looked;
  const [absent] = [...awaited].sort();
  return absent === undefined ? looked : E.left(refuseBundle('FileAbsent', { path: absent }));
};
