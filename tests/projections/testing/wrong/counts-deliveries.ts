import type { Subject } from '@burgernet/projections/testing';
import { type Successes, sound, take } from '../sound.js';

/** Counts deliveries instead of events: does not look whether one was there before. */
export const countsDeliveries: Subject<Successes> = {
  name: 'markings, each time one is delivered',
  initial: sound.initial,
  handle: (state, recorded) => {
    take(state, recorded);
    return state;
  },
  answer: sound.answer,
};
