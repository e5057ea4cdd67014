import { handleFeed, ReadModels } from '@burgernet/projections';
import type { SubjectWith } from '@burgernet/projections/testing';
import { right } from 'fp-ts/lib/Either.js';
import { memoryShelf } from '../../../support/memory-shelf.js';

/** Read models, and the shelf on which they are kept when their process stops. */
export interface Read {
  readonly models: ReadModels;
  readonly kept: ReturnType<typeof memoryShelf>;
}

/** How all that is read of `ReadModels` comes to be: by single events, by pages as `project` has them, after stops. */
export const read: Omit<SubjectWith<Read, 'handlePage' | 'restart'>, 'name' | 'answer'> = {
  initial: () => ({ models: new ReadModels(), kept: memoryShelf() }),
  handle: (state, recorded) => {
    state.models.handle(right(recorded));
    return state;
  },
  handlePage: (state, page) => {
    const checkpoint = { position: page.at(-1)?.position ?? 0, token: '' };
    const deliveries = page.map((recorded) => right(recorded));
    handleFeed(state.models)({ tag: 'Deliveries', deliveries, checkpoint, handled: () => {} });
    return state;
  },
  restart: ({ models, kept }) => {
    kept.keep(models.unsaved());
    models.keep();
    return { models: new ReadModels(undefined, kept.shelf()), kept };
  },
};
