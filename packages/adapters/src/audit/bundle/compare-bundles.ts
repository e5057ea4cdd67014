import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { sameHash } from '../merkle/hash.js';
import type { BundleFault } from './bundle-fault.js';
import { eventAt } from './event-at.js';
import { eventsFile, leavesFile, longestLine } from './layout.js';
import { ListedLeaves } from './listed-leaves.js';
import { withPlainFile } from './plain-file.js';
import { textLines } from './text-lines.js';

/** A bundle that was verified, and where it stands. */
export interface StandingBundle {
  readonly folder: string;
  /** how many it holds */
  readonly events: number;
}

/** How an older bundle stands to a newer one. */
export type Compared =
  /** the newer one begins with all events of the older one */
  | { readonly tag: 'GoesOn'; readonly added: number }
  /** from this position on they hold other events; `undefined` where a bundle has none there */
  | {
      readonly tag: 'Parts';
      readonly position: number;
      readonly older: string | undefined;
      readonly newer: string | undefined;
    };

/** The position of the first event that two bundles do not have in common. */
const firstDifference = (
  older: StandingBundle,
  newer: StandingBundle,
): Promise<E.Either<BundleFault, number>> =>
  withPlainFile(older.folder, leavesFile, (olderFile) =>
    withPlainFile(newer.folder, leavesFile, async (newerFile) => {
      const [one, other] = [new ListedLeaves(olderFile), new ListedLeaves(newerFile)];
      const both = Math.min(older.events, newer.events);
      for (let position = 1; position <= both; position++) {
        if (one.isSpent) await one.fill();
        if (other.isSpent) await other.fill();
        if (!sameHash(one.next(), other.next())) return E.right(position);
      }
      return E.right(both + 1);
    }),
  );

/** The id of the event at a position of a bundle. */
const idAt = (
  { folder, events }: StandingBundle,
  position: number,
): Promise<E.Either<BundleFault, string | undefined>> =>
  position > events
    ? Promise.resolve(E.right(undefined))
    : withPlainFile(folder, eventsFile, async (file) => {
        let at = 0;
        for await (const { lines } of textLines(file, file.bytes, longestLine, () => {}))
          for (const line of lines) {
            at += 1;
            if (at < position) continue;
            const read = eventAt(line, position);
            return E.isLeft(read) ? read : E.right(read.right.event.eventId);
          }
        return E.right(undefined);
      });

/**
 * Compares two bundles that were both verified: whether the newer one goes on the older one, and if not, at
 * which event they part. It compares leaves, so it is done in a moment however long the events are.
 */
export const compareBundles =
  (older: StandingBundle, newer: StandingBundle): TE.TaskEither<BundleFault, Compared> =>
  async () => {
    const first = await firstDifference(older, newer);
    if (E.isLeft(first)) return first;
    const position = first.right;
    if (position > older.events) return E.right({ tag: 'GoesOn', added: newer.events - older.events });
    const [olderId, newerId] = [await idAt(older, position), await idAt(newer, position)];
    if (E.isLeft(olderId)) return olderId;
    if (E.isLeft(newerId)) return newerId;
    return E.right({ tag: 'Parts', position, older: olderId.right, newer: newerId.right });
  };
