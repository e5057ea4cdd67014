import { map, type OperatorFunction } from 'rxjs';
import type { Delivery } from './delivery.js';

/**
 * A place in a log that a reader has reached. Kept with the reader's state, it says where to go on. The
 * token is the store's own way of naming the place: opaque, and empty where the position is enough.
 */
export interface Checkpoint {
  /** of the last event before it, 0 at the beginning */
  readonly position: number;
  readonly token: string;
}

/** What a projection is fed: deliveries in order, and word that it has all there was. */
export type Feed =
  | {
      readonly tag: 'Deliveries';
      readonly deliveries: ReadonlyArray<Delivery>;
      /** the place after the last of them */
      readonly checkpoint: Checkpoint;
      /** says that they were handled; more comes only then */
      readonly handled: () => void;
    }
  | { readonly tag: 'CaughtUp'; readonly position: number };

/** How far a projection is. `CaughtUp` comes after everything before it was handled. */
export type Progress =
  | {
      readonly tag: 'Handled';
      readonly position: number;
      readonly events: number;
      readonly checkpoint: Checkpoint;
    }
  | { readonly tag: 'CaughtUp'; readonly position: number };

/** What takes events into account, one after the other, each once. */
export interface Projection {
  /** takes the next event into account, or takes note that it could not be read */
  readonly handle: (delivery: Delivery) => void;
  /** the position of the last event handled, 0 before the first */
  readonly position: number;
}

/**
 * Has a projection handle one page. Each delivery is handled before the next one is, and before anything
 * is said of it: whoever sees `CaughtUp` sees a projection that has handled all that came before.
 */
export const handleFeed =
  (projection: Projection) =>
  (feed: Feed): Progress => {
    if (feed.tag === 'CaughtUp') return feed;
    for (const delivery of feed.deliveries) projection.handle(delivery);
    feed.handled();
    const { deliveries, checkpoint } = feed;
    return { tag: 'Handled', position: projection.position, events: deliveries.length, checkpoint };
  };

/** Feeds a projection, page by page. */
export const project = (projection: Projection): OperatorFunction<Feed, Progress> =>
  map(handleFeed(projection));
