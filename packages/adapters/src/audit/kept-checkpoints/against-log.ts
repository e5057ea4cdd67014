import { both, type RejectionOf, refusing } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { hashText, sameHash } from '../merkle/hash.js';
import type { MerkleTree } from '../merkle/tree.js';
import type { Checkpoint } from '../note/checkpoint.js';
import type { VerifierKey } from '../note/key.js';
import type { NoteFault } from '../note/note-fault.js';
import { verifyNote } from '../note/signed-note.js';

/** Whether the log still has the root that a checkpoint says; `beyond` where it is shorter than it was then. */
export type AgainstLog = 'yes' | 'no' | 'beyond';

/** Holds a checkpoint against a log. @param tree of the log as it is now */
export const againstLog = ({ head: { size, root } }: Checkpoint, tree: MerkleTree): AgainstLog => {
  if (size > BigInt(tree.size)) return 'beyond';
  return sameHash(tree.root(Number(size)), root) ? 'yes' : 'no';
};

/** Why nothing is signed any more over a log of which checkpoints were made. */
export const keptSentences = {
  KeptLogTooShort: (f: { readonly size: string; readonly found: number }) =>
    both(
      `The log holds ${f.found} events and a checkpoint was kept over ${f.size}, so some were taken away and nothing was signed; see which copy of the store is the right one.`,
      `Het log bevat ${f.found} gebeurtenissen en er is een controlepunt bewaard over ${f.size}, dus er zijn er weggehaald en er is niets getekend; ga na welke kopie van de opslag de goede is.`,
    ),
  KeptRootDiffers: (f: { readonly size: string; readonly expected: string; readonly found: string }) =>
    both(
      `The first ${f.size} events are not those that the checkpoint kept of them was signed over, their root is ${f.found} and expected was ${f.expected}, so nothing was signed; see which copy of the store is the right one.`,
      `De eerste ${f.size} gebeurtenissen zijn niet die waarover het bewaarde controlepunt is getekend, hun wortel is ${f.found} en verwacht werd ${f.expected}, dus er is niets getekend; ga na welke kopie van de opslag de goede is.`,
    ),
  KeptNoteRefused: (f: { readonly size: string; readonly fault: NoteFault }) =>
    both(
      `The checkpoint that was kept over ${f.size} events: ${f.fault.text.en}`,
      `Het controlepunt dat over ${f.size} gebeurtenissen is bewaard: ${f.fault.text.nl}`,
    ),
};
export type KeptFault = RejectionOf<typeof keptSentences>;
const refuse = refusing(keptSentences);

/** Whether a key signed all of these checkpoints; the first that it did not is named. */
export const signedBy = (
  key: VerifierKey,
  checkpoints: ReadonlyArray<Checkpoint>,
): E.Either<KeptFault, void> => {
  for (const { head, note } of checkpoints) {
    const verified = verifyNote(key, note);
    if (E.isLeft(verified))
      return E.left(refuse('KeptNoteRefused', { size: String(head.size), fault: verified.left }));
  }
  return E.right(undefined);
};

/**
 * Whether a log may be signed: all checkpoints that were made of it are of this key and still hold. Who signed
 * one more over another log would speak for two.
 *
 * @param tree of the log as it is now
 * @returns the first checkpoint that is wrong
 */
export const maySign = (
  key: VerifierKey,
  checkpoints: ReadonlyArray<Checkpoint>,
  tree: MerkleTree,
): E.Either<KeptFault, void> => {
  for (const checkpoint of checkpoints) {
    const size = String(checkpoint.head.size);
    const holds = againstLog(checkpoint, tree);
    if (holds === 'beyond') return E.left(refuse('KeptLogTooShort', { size, found: tree.size }));
    if (holds === 'no')
      return E.left(
        refuse('KeptRootDiffers', {
          size,
          expected: hashText(checkpoint.head.root),
          found: hashText(tree.root(Number(size))),
        }),
      );
  }
  return signedBy(key, checkpoints);
};
