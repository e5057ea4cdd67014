import type { SubjectWith } from '@burgernet/projections/testing';
import { type Successes, sound } from '../sound.js';

/** Saves itself work where a batch has several events of a stream, and takes the last of them only. */
export const looksAtTheLastOfABatch: SubjectWith<Successes, 'handlePage'> = {
  ...sound,
  name: 'markings, the last event of a stream in each batch',
  handlePage: (state, page) => {
    const last = new Map(page.map((recorded) => [recorded.stream, recorded]));
    for (const recorded of last.values()) sound.handle(state, recorded);
    return state;
  },
};
