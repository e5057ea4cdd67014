import { type Delivery, type Feed, type Progress, type Projection, ReadModels } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { map, Observable, type OperatorFunction, tap } from 'rxjs';
import { embeddedStore } from '../../../packages/adapters/src/event-store/embedded-store.js';
import { uuid } from '../../domain/an-action.js';
import { memoryShelf } from '../../support/memory-shelf.js';
import { type Disk, emptyDisk } from '../disk.js';
import { type Mutant, mutant, storeWith } from './mutant.js';

/** Read models that take an event that comes again for another one. */
class CountingTwice extends ReadModels {
  override handle(delivery: Delivery): void {
    const isNew = delivery._tag === 'Left' || delivery.right.position > this.position;
    super.handle(
      isNew ? delivery : E.right({ ...delivery.right, eventId: uuid(700_000 + delivery.right.position) }),
    );
  }
}

/** Handles a page only when it is told the next thing, and says at once that it did. */
const projectLater = (projection: Projection): OperatorFunction<Feed, Progress> => {
  let waiting: ReadonlyArray<Delivery> = [];
  return map((feed) => {
    if (feed.tag === 'CaughtUp') return feed;
    for (const delivery of waiting) projection.handle(delivery);
    waiting = feed.deliveries;
    feed.handled();
    const { deliveries, checkpoint } = feed;
    return { tag: 'Handled', position: checkpoint.position, events: deliveries.length, checkpoint };
  });
};

/** A disk on which the place is written at once, and the read models only when the next are. */
const diskOfTwoWrites = (): Disk => {
  const sound = emptyDisk();
  let before = emptyDisk().kept();
  return {
    save: (models, checkpoint) => {
      const kept = sound.kept();
      before = kept && { ...kept, checkpoint };
      sound.save(models, checkpoint);
    },
    kept: () => before,
  };
};

/** A disk that writes no streams but those of the first time. */
const diskWithoutStreams = (): Disk => {
  const shelf = memoryShelf();
  let kept: ReturnType<Disk['kept']>;
  return {
    save: (models, checkpoint) => {
      const unsaved = models.unsaved();
      shelf.keep(kept === undefined ? unsaved : { ...unsaved, streams: [] });
      models.keep();
      kept = { shelf: shelf.shelf(), checkpoint };
    },
    kept: () => kept,
  };
};

/** What may be wrong where somebody follows, and whoever reads figures relies on it. */
export const mutantsOfFollowing: ReadonlyArray<Mutant> = [
  mutant(
    'a checkpoint of what was delivered and not handled yet',
    /runs ahead of what it handled|caught up before it handled all/,
    { placeToSave: ({ delivered }) => delivered },
  ),
  mutant('a checkpoint that is saved before the read models are', /runs ahead of what it handled/, {
    newDisk: diskOfTwoWrites,
  }),
  mutant('read models of which a part is not saved', /differs from a fresh replay|has no stream/, {
    newDisk: diskWithoutStreams,
  }),
  mutant(
    'a follower that goes on behind what was delivered and not handled',
    /caught up before it handled all|differs from a fresh replay/,
    { placeToGoOn: ({ delivered }) => delivered },
  ),
  mutant(
    'a projection that says it handled what still waits',
    /caught up before it handled all|runs ahead of what it handled/,
    {
      project: projectLater,
    },
  ),
  mutant('read models that count a repeated delivery again', /differs from a fresh replay/, {
    modelsOf: (kept) => (kept === undefined ? new CountingTwice() : new CountingTwice(undefined, kept.shelf)),
  }),
  mutant(
    'a store that does not wait until a page was handled',
    /had handled the page before|and there was more/,
    {
      openStore: storeWith(({ follow }) => ({
        follow: (after) =>
          follow(after).pipe(
            tap((told) => {
              if (told.tag === 'Page') told.handled();
            }),
          ),
      })),
    },
  ),
  mutant(
    'a store that says after every page that this was all',
    /caught up, and there was more|[Ii]t is not over/,
    {
      openStore: storeWith(({ follow }) => ({
        follow: (after) =>
          new Observable((subscriber) =>
            follow(after).subscribe((told) => {
              if (told.tag === 'CaughtUp') return;
              const handled = (): void => {
                subscriber.next({ tag: 'CaughtUp', position: told.checkpoint.position });
                told.handled();
              };
              subscriber.next({ ...told, handled });
            }),
          ),
      })),
    },
  ),
  mutant('a store that goes on one event too late', /before it handled all|differs from a fresh/, {
    openStore: storeWith(({ follow }) => ({
      follow: (after) => {
        const position = typeof after === 'number' ? after : after.position;
        return follow(position === 0 ? 0 : position + 1);
      },
    })),
  }),
  mutant('a follower that does not look for what other processes write', /Nobody asks for a turn/, {
    openStore: (log, pace) => embeddedStore({ ...log, lookEvery: undefined }, pace),
  }),
];
