import type { DomainEvent, Registry } from '@burgernet/domain';
import type { Feed } from '@burgernet/projections';
import { concat, defer, map, type Observable, of, tap } from 'rxjs';
import type { EventStore, Page, Range } from './port.js';

const deliver =
  (registry: Registry<DomainEvent>) =>
  (events: Page): Feed => ({ tag: 'Deliveries', deliveries: events.map(registry.decode) });

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
    let position = range.after ?? 0;
    const pages = store.replay(range).pipe(
      tap((page) => {
        position = page.at(-1)?.position ?? position;
      }),
      map(deliver(registry)),
    );
    return concat(
      pages,
      defer(() => of<Feed>({ tag: 'CaughtUp', position })),
    );
  });

/** The log from a position on, for as long as somebody listens. Errors with a `StoreError`. */
export const followed = (
  store: EventStore,
  registry: Registry<DomainEvent>,
  after: number,
): Observable<Feed> =>
  store
    .follow(after)
    .pipe(map((followed) => (followed.tag === 'CaughtUp' ? followed : deliver(registry)(followed.events))));
