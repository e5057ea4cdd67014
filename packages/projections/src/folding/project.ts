import { map, type OperatorFunction } from 'rxjs';
import type { Delivery } from './delivery.js';

/** What a projection is fed: deliveries in order, and word that it has all there was. */
export type Feed =
  | { readonly tag: 'Deliveries'; readonly deliveries: ReadonlyArray<Delivery> }
  | { readonly tag: 'CaughtUp'; readonly position: number };

/** How far a projection is. `CaughtUp` comes after everything before it was handled. */
export type Progress =
  | { readonly tag: 'Handled'; readonly position: number; readonly events: number }
  | { readonly tag: 'CaughtUp'; readonly position: number };

/** What takes events into account, one after the other, each once. */
export interface Projection {
  readonly handle: (delivery: Delivery) => void;
  /** the position of the last event handled, 0 before the first */
  readonly position: number;
}

/**
 * Feeds a projection. Each delivery is handled before the next one is, and before anything is said of
 * it downstream: whoever sees `CaughtUp` sees a projection that has handled all that came before.
 */
export const project = (projection: Projection): OperatorFunction<Feed, Progress> =>
  map((feed) => {
    if (feed.tag === 'CaughtUp') return feed;
    for (const delivery of feed.deliveries) projection.handle(delivery);
    return { tag: 'Handled', position: projection.position, events: feed.deliveries.length };
  });
