import { WhoRecorded } from '@burgernet/projections';
import type { Subject } from '@burgernet/projections/testing';
import { right } from 'fp-ts/lib/Either.js';

/** Who recorded what. It is fed a whole log, each event once, so that it keeps no law of repeats. */
export const recorders = {
  name: 'recorders',
  initial: () => new WhoRecorded(),
  handle: (state, recorded) => {
    state.handle(right(recorded));
    return state;
  },
  answer: (state) => state.recorders(),
} satisfies Subject<WhoRecorded>;
