import type { SubjectWith } from '@burgernet/projections/testing';
import { type Successes, sound } from '../sound.js';

/** Gives markings of a year for every action there is, whenever it started. */
export const dividesByAllYears: SubjectWith<Successes, 'partsOf' | 'answerOf'> = {
  ...sound,
  name: 'markings an action',
  answerOf: (state, year) => sound.answerOf(state, year) / state.years.size,
};
