import type { Instant } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { type Hash, hashBytes, hashText } from '../merkle/hash.js';
import { shown } from '../shown.js';
import { fromBase64 } from './base64.js';
import type { SignerKey } from './key.js';
import { type NoteFault, refuseNote } from './note-fault.js';
import { type SignedNote, signNote } from './signed-note.js';

/** What a log was at one moment (C2SP tlog-checkpoint): the text of a signed note. */
export interface TreeHead {
  /** names the log; for one of ours the name of its key */
  readonly origin: string;
  /** how many leaves there were */
  readonly size: bigint;
  readonly root: Hash;
}

/** A tree head as the text that is signed: its three lines. */
export const treeHeadText = ({ origin, size, root }: TreeHead): string =>
  `${origin}\n${size}\n${hashText(root)}\n`;

const malformed = (detail: string): E.Either<NoteFault, never> =>
  E.left(refuseNote('CheckpointMalformed', { detail }));

/**
 * Reads the text of a note as a tree head. Further lines, which C2SP lets a log add and advises against,
 * are passed over.
 */
export const parseTreeHead = (text: string): E.Either<NoteFault, TreeHead> => {
  const [origin = '', size = '', root = '', ...more] = text.split('\n');
  if (origin === '' || more.pop() !== '' || more.includes(''))
    return malformed('it is not the lines origin, size and root, none of them empty');
  if (!/^(?:0|[1-9][0-9]{0,18})$/.test(size))
    return malformed(`its size ${shown(size)} is no number of leaves`);
  const bytes = fromBase64(root);
  return bytes?.length === hashBytes
    ? E.right({ origin, size: BigInt(size), root: bytes })
    : malformed(`its root ${shown(root)} is not ${hashBytes} bytes in base64`);
};

/** A signed tree head, with the moment at which it was made by the clock of whoever made it. */
export interface Checkpoint {
  readonly head: TreeHead;
  readonly note: SignedNote;
  readonly madeAt: Instant;
}

/** Signs what a log is now. @param size how many leaves its tree has */
export const makeCheckpoint = (key: SignerKey, size: number, root: Hash, madeAt: Instant): Checkpoint => {
  const head = { origin: key.verifier.name, size: BigInt(size), root };
  return { head, note: signNote(key, treeHeadText(head)), madeAt };
};
