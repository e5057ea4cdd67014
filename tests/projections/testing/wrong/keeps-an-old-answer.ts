import type { Amounts, Subject } from '@burgernet/projections/testing';
import { type Successes, sound } from '../sound.js';

interface Answered extends Successes {
  answer: Amounts | undefined;
}

/** Keeps its answer until a success is marked, and forgets that one can be withdrawn too. */
export const keepsAnOldAnswer: Subject<Answered> = {
  name: 'markings, with the answer kept',
  initial: () => ({ ...sound.initial(), answer: undefined }),
  handle: (state, recorded) => {
    sound.handle(state, recorded);
    if (recorded.event.type === 'SuccessMarked') state.answer = undefined;
    return state;
  },
  answer: (state) => {
    state.answer ??= sound.answer(state);
    return state.answer;
  },
};
