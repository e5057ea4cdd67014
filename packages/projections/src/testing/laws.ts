import { asOfStability } from './laws/as-of.js';
import { batchSize } from './laws/batch-size.js';
import { commutingStreams } from './laws/commuting.js';
import { replayDeterminism } from './laws/determinism.js';
import { duplicates } from './laws/duplicates.js';
import { incrementalIsBatch } from './laws/incremental.js';
import { nonInterference } from './laws/non-interference.js';
import { restart } from './laws/restart.js';
import { restatementAddsUp } from './laws/restatement.js';
import { telescoping } from './laws/telescoping.js';

/**
 * What always holds of a projection (domain: "What always holds", 3 to 6 and 9), each as a function that tries
 * it on any: one of this package or of one's own.
 *
 * @example
 * laws.duplicates({ name: 'my figure', initial, handle, answer });
 */
export const laws = {
  incrementalIsBatch,
  replayDeterminism,
  batchSize,
  restart,
  duplicates,
  commutingStreams,
  telescoping,
  nonInterference,
  asOfStability,
  restatementAddsUp,
};
