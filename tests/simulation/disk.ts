import { type Checkpoint, ReadModels, type Shelf } from '@burgernet/projections';
import { memoryShelf } from '../support/memory-shelf.js';

/** What a follower kept: read models, and the place in the log up to which they were made. */
export interface Kept {
  readonly shelf: Shelf;
  readonly checkpoint: Checkpoint;
}

/** Where one follower keeps its read models: what was saved outlives a crash, all else is lost. */
export interface Disk {
  /** Saves what is new together with the place that belongs to it: both, or neither. */
  readonly save: (models: ReadModels, checkpoint: Checkpoint) => void;
  readonly kept: () => Kept | undefined;
}

export const emptyDisk = (): Disk => {
  const shelf = memoryShelf();
  let checkpoint: Checkpoint | undefined;
  return {
    save: (models, place) => {
      shelf.keep(models.unsaved());
      models.keep();
      checkpoint = place;
    },
    kept: () => (checkpoint === undefined ? undefined : { shelf: shelf.shelf(), checkpoint }),
  };
};

/** Read models as they were kept, or new ones. */
export const modelsOf = (kept: Kept | undefined): ReadModels =>
  kept === undefined ? new ReadModels() : new ReadModels(undefined, kept.shelf);
