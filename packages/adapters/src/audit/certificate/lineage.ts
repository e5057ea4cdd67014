import { Frontier } from '../merkle/frontier.js';
import { type Hash, leafHash } from '../merkle/hash.js';

/** The leaf of an event in a lineage: the index of its leaf in the log, in decimal digits. */
export const lineageLeaf = (index: number): string => String(index);

/**
 * The root over the events that something stands on (RFC 9162), in the order of the log: who knows it can
 * tell whether one more, or another, would have been among them.
 *
 * @param indices of their leaves in the log, in any order; one that comes again counts once
 */
export const lineageRoot = (indices: Iterable<number>): Hash => {
  const lineage = new Frontier();
  for (const index of [...new Set(indices)].sort((a, b) => a - b))
    lineage.append(leafHash(lineageLeaf(index)));
  return lineage.root();
};
