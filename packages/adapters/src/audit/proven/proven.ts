import { type Instant, toEpoch } from '@burgernet/domain';
import type { AsOf, ReadModels } from '@burgernet/projections';
import type { Checkpoint } from '../note/checkpoint.js';

/**
 * How far it is proven that something was known then: by a checkpoint that existed, which somebody else may have
 * got at the time, or by nothing but the clock of whoever runs the system.
 */
export type Proven =
  | {
      readonly by: 'checkpoint';
      /** how many events it is over */
      readonly size: number;
      readonly madeAt: Instant;
      /** the name of the key that signed it */
      readonly key: string;
      /** how many events count as known then and are not under it: of these only the operator's clock says so */
      readonly beyond: number;
    }
  | { readonly by: 'operator-clock' };

/** The last checkpoint that existed at a moment; a later one proves nothing of what was known by then. */
const madeBy = (checkpoints: ReadonlyArray<Checkpoint>, moment: Instant): Checkpoint | undefined =>
  checkpoints.filter(({ madeAt }) => madeAt <= moment).at(-1);

/** The first checkpoint over all events up to a position, else the last there is. */
const overPosition = (checkpoints: ReadonlyArray<Checkpoint>, position: number): Checkpoint | undefined =>
  checkpoints.find(({ head }) => head.size >= BigInt(position)) ?? checkpoints.at(-1);

/** How many events from a position on were recorded up to a moment. */
const recordedBehind = ({ events }: ReadModels, position: number, moment: Instant): number => {
  const last = toEpoch(moment);
  let count = 0;
  for (let row = events.firstAfter(position); row < events.length; row++)
    if (events.recordedAt(row) <= last) count += 1;
  return count;
};

/**
 * How far an answer is proven. Trust cannot be back-dated: what was recorded up to a moment is proven by a
 * checkpoint of that time alone, and only as far as that reaches.
 *
 * @param checkpoints of the log, by size
 * @param models that gave the answer
 */
export const provenBy = (
  checkpoints: ReadonlyArray<Checkpoint>,
  asOf: Exclude<AsOf, 'latest'>,
  models: ReadModels,
): Proven => {
  const some = checkpoints.filter(({ head }) => head.size > 0n);
  const found = 'logged' in asOf ? overPosition(some, asOf.logged) : madeBy(some, asOf.registered);
  if (found === undefined) return { by: 'operator-clock' };
  const size = Number(found.head.size);
  const beyond =
    'logged' in asOf ? Math.max(0, asOf.logged - size) : recordedBehind(models, size, asOf.registered);
  return { by: 'checkpoint', size, madeAt: found.madeAt, key: found.head.origin, beyond };
};
