import type { SubjectWith } from '@burgernet/projections/testing';
import { type Successes, sound } from '../sound.js';

/** Strikes out a marking that is withdrawn, as if it had never been there. */
export const overwritesThePast: SubjectWith<Successes, 'answerAsOf'> = {
  ...sound,
  name: 'markings, without those that turned out wrong',
  handle: (state, recorded) => {
    const before = state.postings.length;
    sound.handle(state, recorded);
    if (recorded.event.type !== 'SuccessWithdrawn' || state.postings.length === before) return state;
    const { name } = state.postings.pop() ?? {};
    state.postings.splice(
      state.postings.findIndex((posting) => posting.name === name),
      1,
    );
    return state;
  },
};
