import type { SubjectWith } from '@burgernet/projections/testing';
import { type Successes, sound } from '../sound.js';

/** Says what marked a success, and not what took it back. */
export const postsNoWithdrawal: SubjectWith<Successes, 'amountsAsOf' | 'changes'> = {
  ...sound,
  name: 'markings, with the events that made them',
  changes: ({ postings }) => postings.filter(({ amount }) => amount > 0),
};
