import { type Instant, interval, local, startOfDay } from '@burgernet/domain';
import { type AgainstLog, againstLog } from '../audit/kept-checkpoints/against-log.js';
import { hashText } from '../audit/merkle/hash.js';
import type { MerkleTree } from '../audit/merkle/tree.js';
import type { Checkpoint } from '../audit/note/checkpoint.js';

/** A checkpoint that was made in a year. */
export interface CheckpointOfYear {
  /** by the clock of whoever made it */
  readonly madeAt: Instant;
  readonly size: string;
  /** base64 */
  readonly root: string;
  /** the names of the keys that signed it */
  readonly keys: ReadonlyArray<string>;
  /** whether the log still has that root */
  readonly holds: AgainstLog;
}

/** Days in a row on which no checkpoint was made. */
export interface WithoutCheckpoint {
  readonly first: string;
  readonly last: string;
  readonly days: number;
}

/** What a checkpoint says, and whether the log as it is now bears it out. */
export const checkpointOf = (checkpoint: Checkpoint, tree: MerkleTree): CheckpointOfYear => {
  const { head, note, madeAt } = checkpoint;
  return {
    madeAt,
    size: String(head.size),
    root: hashText(head.root),
    keys: note.signatures.map(({ name }) => name),
    holds: againstLog(checkpoint, tree),
  };
};

/**
 * The days of a year without a checkpoint, in Europe/Amsterdam: what was known then rests on the operator's
 * clock alone (audit: "Trust cannot be back-dated").
 *
 * @param madeAt when checkpoints were made
 * @param until days that began later are left out
 */
export const withoutCheckpoint = (
  year: number,
  madeAt: ReadonlyArray<Instant>,
  until: Instant,
): ReadonlyArray<WithoutCheckpoint> => {
  const { end } = interval({ year });
  const covered = new Set(madeAt.map((at) => local(at).slice(0, 10)));
  const gaps: WithoutCheckpoint[] = [];
  let isOpen = false;
  for (let day = 1; ; day++) {
    const start = startOfDay(year, 1, day);
    if (start >= end || start > until) return gaps;
    const date = local(start).slice(0, 10);
    const gap = isOpen ? gaps.pop() : undefined;
    isOpen = !covered.has(date);
    if (isOpen) gaps.push({ first: gap?.first ?? date, last: date, days: (gap?.days ?? 0) + 1 });
    else if (gap !== undefined) gaps.push(gap);
  }
};
