import {
  both,
  Count,
  closed,
  explain,
  list,
  type RejectionOf,
  refusing,
  type StoredEvent,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { clause } from '../../commands/clause.js';
import { RootText } from '../certificate/certificate.js';
import { leafOf } from '../leaf/leaf.js';
import { type Hash, hashText, leafHash } from '../merkle/hash.js';
import type { MerkleTree } from '../merkle/tree.js';
import { verifyInclusion } from '../merkle/verify-inclusion.js';
import { fromBase64 } from '../note/base64.js';
import { type Checkpoint, parseTreeHead, type TreeHead } from '../note/checkpoint.js';
import { parseVkey, type VerifierKey, vkeyText } from '../note/key.js';
import type { NoteFault } from '../note/note-fault.js';
import { noteText, parseNote, verifyNote } from '../note/signed-note.js';
import { clipped } from '../shown.js';

/** Codec of the proof that an event is in a log: it verifies alone, with nothing but a key that is trusted. */
export const EventProof = closed('proof', {
  v: t.literal(1),
  /** the verifier key that signed the checkpoint */
  key: t.string,
  /** the signed note of a checkpoint, whole */
  checkpoint: t.string,
  /** of the event's leaf; the first is 0 */
  index: Count,
  /** the leaf itself: what the event says */
  leaf: t.string,
  /** hashes in base64, from the leaf up to the root */
  inclusion: list(RootText, 64),
});
/** What {@link EventProof} holds. */
export interface EventProof extends t.TypeOf<typeof EventProof> {}

/** Why a proof proves nothing. */
export const proofSentences = {
  ProofMalformed: (f: { readonly detail: string }) =>
    both(
      `It is no proof of an event: ${clipped(clause(f.detail), 400)}; fetch it again.`,
      `Het is geen bewijs van een gebeurtenis: ${clipped(clause(f.detail), 400)}; haal het opnieuw op.`,
    ),
  NotIncluded: (f: { readonly index: number; readonly size: string }) =>
    both(
      `The leaf is not at index ${f.index} of the log of ${f.size} events that the checkpoint was signed over; the leaf, the index or the proof was altered.`,
      `Het blad staat niet op plaats ${f.index} van het log van ${f.size} gebeurtenissen waarover het controlepunt is getekend; het blad, de plaats of het bewijs is veranderd.`,
    ),
};
/** Why a proof proves nothing: a tag, the facts, and a sentence. */
export type ProofFault = RejectionOf<typeof proofSentences> | NoteFault;
const refuse = refusing(proofSentences);

/**
 * Proves that an event is in the log that a checkpoint was signed over.
 *
 * @param tree of that log, as it was then or as it has grown since
 * @param event whose position is not behind the checkpoint
 */
export const proveEvent = (
  tree: MerkleTree,
  { head, note }: Checkpoint,
  key: VerifierKey,
  event: StoredEvent,
): EventProof => {
  const index = event.position - 1;
  const proof = {
    v: 1,
    key: vkeyText(key),
    checkpoint: noteText(note),
    index,
    leaf: leafOf(event),
    inclusion: tree.inclusionProof(index, Number(head.size)).map(hashText),
  };
  if (!EventProof.is(proof)) throw new TypeError(`Event ${event.eventId} has no proof.`);
  return proof;
};

const headOf = (proof: EventProof, expected: VerifierKey | undefined): E.Either<NoteFault, TreeHead> => {
  const key = expected === undefined ? parseVkey(proof.key) : E.right(expected);
  if (E.isLeft(key)) return key;
  const note = parseNote(Buffer.from(proof.checkpoint));
  if (E.isLeft(note)) return note;
  const verified = verifyNote(key.right, note.right);
  return E.isLeft(verified) ? verified : parseTreeHead(note.right.text);
};

/** A proof that holds. */
export interface ProvenEvent {
  readonly proof: EventProof;
  readonly head: TreeHead;
}

/**
 * Verifies a proof by itself.
 *
 * @param value as it was read from JSON
 * @param expected the key that must have signed; absent: the one that the proof names, and nobody knows
 *   whose that is
 */
export const verifyEventProof = (
  value: unknown,
  expected?: VerifierKey,
): E.Either<ProofFault, ProvenEvent> => {
  const read = EventProof.decode(value);
  if (E.isLeft(read)) return E.left(refuse('ProofMalformed', { detail: explain(read.left) }));
  const proof = read.right;
  const head = headOf(proof, expected);
  if (E.isLeft(head)) return head;
  const { size, root } = head.right;
  const inclusion = proof.inclusion.map((hash): Hash => fromBase64(hash) ?? new Uint8Array());
  const at = { index: BigInt(proof.index), size, leaf: leafHash(proof.leaf), root };
  return verifyInclusion(at, inclusion)
    ? E.right({ proof, head: head.right })
    : E.left(refuse('NotIncluded', { index: proof.index, size: String(size) }));
};
