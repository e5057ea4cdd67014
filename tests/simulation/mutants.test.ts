import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutantsOfFollowing } from './mutants/of-following.js';
import { mutantsOfWriting } from './mutants/of-writing.js';
import { scenarios } from './scenario.js';
import { simulate } from './simulate.js';

/** Every one of them was found within 125 in each of twenty trials. */
const schedules = 1_000;

describe('the simulation finds', () => {
  it.each([...mutantsOfWriting, ...mutantsOfFollowing])(
    '$wrong',
    async ({ found, pieces }) => {
      const { failed, errorInstance } = await fc.check(
        fc.asyncProperty(scenarios, fc.scheduler(), async (scenario, scheduler) => {
          await simulate(scenario, scheduler, pieces);
        }),
        { numRuns: schedules, endOnFailure: true },
      );
      expect(failed).toBe(true);
      expect(errorInstance instanceof Error ? errorInstance.message : '').toMatch(found);
    },
    600_000,
  );
});
