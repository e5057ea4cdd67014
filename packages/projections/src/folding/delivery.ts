import type { DomainEvent, Recorded, Unreadable } from '@burgernet/domain';
import type { Either } from 'fp-ts/lib/Either.js';

/** What a store's edge hands over: an event that was read, or one that could not be. */
export type Delivery = Either<Unreadable, Recorded<DomainEvent>>;
