import type { Subject } from '@burgernet/projections/testing';
import { type Successes, sound } from '../sound.js';

/** Answers for this year, and takes that from the clock of the machine. */
export const readsTheWallClock: Subject<Successes> = {
  name: 'markings of this year',
  initial: sound.initial,
  handle: sound.handle,
  answer: (state) => sound.answer(state)[new Date().toISOString().slice(0, 4)] ?? 0,
};
