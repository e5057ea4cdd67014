import type { DomainEvent, Registry } from '@burgernet/domain';
import type { Checkpoint, Delivery, Feed } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { concat, defer, map, type Observable, of, tap } from 'rxjs';
import type { EventStore, Handover, Range } from './port.js';
import { positionOf } from './replaying.js';

/** The type of an event of EventStoreDB that points at another one. */
const link = '$>';

/** Says what it is that could not be read where its store knows more of it than the registry. */
const named = (delivery: Delivery): Delivery =>
  delivery._tag === 'Left' && delivery.left.stored.type === link
    ? E.left({
        ...delivery.left,
        detail: `It is a link to another event (${delivery.left.stored.data}), and no event itself.`,
      })
    : delivery;

const deliver =
  (registry: Registry<DomainEvent>) =>
  ({ events, checkpoint, handled }: Handover): Feed => ({
    tag: 'Deliveries',
    deliveries: events.map((event) => named(registry.decode(event))),
    checkpoint,
    handled,
  });

/**
 * The log as it is now, each event decoded once, here at the store's edge; then `CaughtUp`, and the end.
 * Errors with a `StoreError`.
 */
export const replayed = (
  store: EventStore,
  registry: Registry<DomainEvent>,
  range: Range = {},
): Observable<Feed> =>
  defer(() => {
    let position = positionOf(range.after ?? 0);
    const pages = store.replay(range).pipe(
      tap(({ checkpoint }) => {
        position = checkpoint.position;
      }),
      map(deliver(registry)),
    );
    return concat(
      pages,
      defer(() => of<Feed>({ tag: 'CaughtUp', position })),
    );
  });

/** The log from a place on, for as long as somebody listens. Errors with a `StoreError`. */
export const followed = (
  store: EventStore,
  registry: Registry<DomainEvent>,
  after: number | Checkpoint,
): Observable<Feed> =>
  store
    .follow(after)
    .pipe(map((followed) => (followed.tag === 'CaughtUp' ? followed : deliver(registry)(followed))));
