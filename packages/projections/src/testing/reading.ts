import { type DomainEvent, domainRegistry, type Recorded, type StoredEvent } from '@burgernet/domain';
import type { EventFold } from '../folding/event-fold.js';

const registry = domainRegistry();

/** The events of a history, read; those of a generated one always can be. */
export const readEvents = (stored: ReadonlyArray<StoredEvent>): ReadonlyArray<Recorded<DomainEvent>> =>
  stored.map((event) => {
    const read = registry.decode(event);
    if (read._tag === 'Left') throw new Error(`A generated event could not be read: ${read.left.detail}`);
    return read.right;
  });

/** What a fold makes of events after those that led to a state; after none where no state is given. */
export const foldOver = <State>(
  fold: EventFold<State>,
  events: ReadonlyArray<Recorded<DomainEvent>>,
  from: State = fold.initial(),
): State => events.reduce((state, recorded) => fold.handle(state, recorded), from);
