import type { SubjectWith } from '@burgernet/projections/testing';
import { type Successes, sound } from '../sound.js';

/** Keeps its numbers when it stops, and not which events are in them. */
export const forgetsWhatItHasSeen: SubjectWith<Successes, 'restart'> = {
  ...sound,
  name: 'markings, kept without the revisions that are counted',
  restart: (state) => ({ ...sound.restart(state), revisions: new Map() }),
};
