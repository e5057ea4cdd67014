import { isKnownBy } from '@burgernet/projections';
import type { SubjectWith } from '@burgernet/projections/testing';
import { type Successes, sound } from '../sound.js';

/** Restates from the earlier moment on, and counts what was recorded at that very moment again. */
export const countsTheFirstMomentAgain: SubjectWith<Successes, 'amountsAsOf' | 'restate'> = {
  ...sound,
  name: 'markings, restated',
  restate: ({ postings }, from, to) =>
    postings.filter(({ position, recordedAt }) => {
      const isAfter =
        from !== 'latest' && ('logged' in from ? position >= from.logged : recordedAt >= from.registered);
      return isAfter && isKnownBy(to, position, recordedAt);
    }),
};
