import type { Checkpoint, ReadModels } from '@burgernet/projections';
import { concatMap, type Observable, tap } from 'rxjs';
import { isStoreError } from '../../packages/adapters/src/event-store/store-error.js';
import { must } from './broken.js';
import { clientOf } from './client.js';
import { type Life, live } from './life.js';
import type { Places } from './pieces.js';
import type { Troubles } from './troubles.js';
import { registry, type World } from './world.js';

/** How a follower goes about it and how it fares. */
export interface FollowerPlan {
  /** after how many pages it saves */
  readonly saveEvery: number;
  /** whether it goes on behind what it saved, and not behind what it handled, when it lost the connection */
  readonly goesOnFromSaved: boolean;
  readonly crashes: ReadonlyArray<number>;
  readonly troubles: Troubles;
}

/** A follower as it is seen from outside. */
export interface Follower {
  readonly name: string;
  readonly models: () => ReadModels;
  /** what it would start from after a crash now */
  readonly modelsKept: () => ReadModels;
  /** Whether it was told that it has caught up with the log as it is now. */
  readonly isUpToDate: () => boolean;
}

const beginning: Checkpoint = { position: 0, token: '' };

/** Until the store is lost; anything else that goes wrong is a bug. */
const untilLost = (following: Observable<unknown>): Promise<void> =>
  new Promise((resolve, reject) => {
    following.subscribe({
      error: (error) => (isStoreError(error) ? resolve() : reject(error)),
      complete: () => reject(new Error('Following came to an end.')),
    });
  });

/**
 * A process that follows the log into read models, saves them from time to time and goes on where it was
 * when the connection is lost, after a while; after a crash it starts from what it saved.
 */
export const startFollower = (world: World, name: string, plan: FollowerPlan): Follower => {
  const { schedule, pieces, network, witness, openStore } = world;
  const client = clientOf(network, plan.troubles);
  const disk = pieces.newDisk();
  let models = pieces.modelsOf(undefined);
  let caughtUpAt: number | undefined;

  const follow = async (life: Life): Promise<void> => {
    const kept = disk.kept();
    witness.kept(name, kept);
    models = pieces.modelsOf(kept);
    witness.agrees(`${name}, from what it saved,`, models);
    caughtUpAt = undefined;
    const store = client(openStore(name), life);
    const own = models;
    let from = kept?.checkpoint ?? beginning;
    let places: Places = { delivered: from, handled: from };
    let pages = 0;
    for (let losses = 1; ; losses++) {
      let { position } = own;
      let owed = 0;
      let there = witness.last;
      await untilLost(
        pieces.followed(store, registry, from).pipe(
          tap((feed) => {
            must(owed === 0, `${name} was told something before it had handled the page before.`);
            if (feed.tag === 'CaughtUp') return;
            owed++;
            places = { ...places, delivered: feed.checkpoint };
          }),
          concatMap(async (feed) => {
            await life.turn('handles what it was told');
            return feed;
          }),
          pieces.project(own),
          tap((progress) => {
            losses = 1;
            caughtUpAt = undefined;
            if (progress.tag === 'CaughtUp') {
              witness.caughtUp(name, own, progress.position, there);
              caughtUpAt = progress.position;
              return;
            }
            owed--;
            places = { ...places, handled: progress.checkpoint };
            if (own.position > position) there = witness.last;
            position = own.position;
          }),
          concatMap(async ({ tag }) => {
            if (tag === 'CaughtUp' || ++pages % plan.saveEvery > 0) return;
            await life.turn('saves');
            disk.save(own, pieces.placeToSave(places));
            witness.kept(name, disk.kept());
          }),
        ),
      );
      schedule.note('followers that lost the store');
      await life.turns('waits for the store', losses);
      from = plan.goesOnFromSaved ? (disk.kept()?.checkpoint ?? beginning) : pieces.placeToGoOn(places);
    }
  };

  live(schedule, name, plan.crashes, follow);
  return {
    name,
    models: () => models,
    modelsKept: () => pieces.modelsOf(disk.kept()),
    isUpToDate: () => caughtUpAt === witness.last,
  };
};
