import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundPieces } from './pieces.js';
import { scenarios } from './scenario.js';
import { areAskedFor, reproduced, schedules } from './schedules.js';
import { simulate } from './simulate.js';

/** Adds up what happened, and tells whoever waits for it from time to time how far it is. */
const counting = () => {
  const sum = new Map<string, number>();
  let done = 0;
  const say = (more: string): void => {
    if (areAskedFor) console.log(`${done} schedules${more}`);
  };
  return {
    add: (happened: ReadonlyMap<string, number>): void => {
      for (const [what, times] of happened) sum.set(what, (sum.get(what) ?? 0) + times);
      if (++done % 1_000 === 0) say(' ...');
    },
    saySum: (): void => {
      const sorted = [...sum].sort(([a], [b]) => (a < b ? -1 : 1));
      say(sorted.map(([what, times]) => `\n  ${what}: ${times}`).join(''));
    },
  };
};

/** A failure in full, and how that very schedule is seen again. */
const failureOf = async <A>(details: fc.RunDetails<A>): Promise<Error> => {
  const { seed, counterexamplePath } = details;
  const story = (await fc.asyncDefaultReportMessage(details)) ?? '';
  const again = `npm run test:simulation -- --seed=${seed} --path=${counterexamplePath}`;
  return new Error(`${story}\n\nTo see it again: ${again}`, { cause: details.errorInstance });
};

describe('writers, followers and readers at one log, in any order and with any of the troubles', () => {
  it('lose nothing that was acknowledged, count nothing twice and come to what a fresh replay comes to', async () => {
    const { add, saySum } = counting();
    const details = await fc.check(
      fc.asyncProperty(scenarios, fc.scheduler(), async (scenario, scheduler) => {
        add(await simulate(scenario, scheduler, soundPieces));
      }),
      { numRuns: schedules, ...reproduced },
    );
    saySum();
    if (details.failed) throw await failureOf(details);
  }, 3_600_000);

  it.skipIf(areAskedFor)('go the same way again from the same seed, turn by turn', async () => {
    const coursesOf = async (seed: number): Promise<ReadonlyArray<string>> => {
      const courses: string[] = [];
      await fc.assert(
        fc.asyncProperty(scenarios, fc.scheduler(), async (scenario, scheduler) => {
          const happened = await simulate(scenario, scheduler, soundPieces);
          const turns = scheduler.report().map(({ label }) => label);
          courses.push(...[...happened].map(([what, times]) => `${what} ${times}`), ...turns);
        }),
        { numRuns: 20, seed },
      );
      return courses;
    };
    const [one, again, other] = [await coursesOf(7), await coursesOf(7), await coursesOf(8)];
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });
});
