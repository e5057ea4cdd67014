import { defaultTolerance } from '@burgernet/domain';
import * as fc from 'fast-check';
import { commands, type Told } from './commands.js';
import type { FollowerPlan } from './follower.js';
import type { ReaderPlan } from './reader.js';
import type { RestorerPlan } from './restorer.js';
import { troubles } from './troubles.js';
import type { WriterPlan } from './writer.js';

/** What happens in a simulation, but for the order in which it does. */
export interface Scenario {
  /** events a page */
  readonly pageSize: number;
  /** whether each process has opened the log for itself and must look for what others write */
  readonly isApart: boolean;
  /** how many of the actions were started before */
  readonly started: number;
  /** how far clocks may differ, in milliseconds: much, or as usual, and then late commands refuse early ones */
  readonly tolerance: number;
  readonly commands: ReadonlyArray<Told>;
  /** `gives`: which of the commands, in order; two writers may be given the same */
  readonly writers: ReadonlyArray<WriterPlan & { readonly gives: ReadonlyArray<number> }>;
  readonly restorers: ReadonlyArray<RestorerPlan>;
  readonly followers: ReadonlyArray<FollowerPlan>;
  readonly readers: ReadonlyArray<ReaderPlan>;
}

/** Turns that a process has before it crashes, once or a few times. */
const crashes = fc.array(fc.nat(24), { maxLength: 3, size: 'max' });

/** How many commands there are to give. */
const pool = 20;

export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  pageSize: fc.integer({ min: 1, max: 5 }),
  isApart: fc.boolean(),
  started: fc.constantFrom(2, 2, 2, 2, 1, 0),
  tolerance: fc.constantFrom(86_400_000, 86_400_000, defaultTolerance),
  commands: fc.array(commands, { minLength: pool, maxLength: pool, size: 'max' }),
  writers: fc.array(
    fc.record({
      gives: fc.array(fc.nat(pool - 1), { minLength: 2, maxLength: 7, size: 'max' }),
      crashes,
      troubles,
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
  restorers: fc.array(fc.record({ isAtOnce: fc.boolean(), crashes, troubles }), { maxLength: 2 }),
  followers: fc.array(
    fc.record({
      saveEvery: fc.integer({ min: 1, max: 4 }),
      goesOnFromSaved: fc.boolean(),
      crashes,
      troubles,
    }),
    { minLength: 1, maxLength: 3, size: 'max' },
  ),
  readers: fc.array(fc.record({ after: fc.nat(30), troubles }), { maxLength: 1 }),
});
