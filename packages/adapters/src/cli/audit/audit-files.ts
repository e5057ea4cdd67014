import { format, parse } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { treeFileOfStore } from '../../audit/kept-tree/tree-file-of.js';
import { parseStoreUrl } from '../../event-store/store-url.js';
import type { Failure } from '../failure.js';
import { storeFailure } from '../store-failure.js';

/** What an audit keeps beside a store. */
export interface AuditFiles {
  /** the tree of the log; it can be made anew */
  readonly tree: string;
  /** the signing key; never in a bundle */
  readonly key: string;
  /** every checkpoint that was made */
  readonly checkpoints: string;
}

/** The files of a store: `burgernet.db` has `burgernet.tree.db`, `burgernet.key` and `burgernet.checkpoints`. */
export const auditFilesOf = (url: string): E.Either<Failure, AuditFiles> =>
  pipe(
    parseStoreUrl(url),
    E.bimap(storeFailure(url), (address) => {
      const tree = treeFileOfStore(address);
      const { dir, root, name } = parse(tree);
      const beside = name.replace(/\.tree$/, '');
      return {
        tree,
        key: format({ dir, root, name: beside, ext: '.key' }),
        checkpoints: format({ dir, root, name: beside, ext: '.checkpoints' }),
      };
    }),
  );
