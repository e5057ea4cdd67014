import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundPieces } from './pieces.js';
import { scenarios } from './scenario.js';
import { reproduced, schedules } from './schedules.js';
import { simulate } from './simulate.js';

describe('writers, followers and readers at one log, in any order and with any of the troubles', () => {
  it('lose nothing that was acknowledged, count nothing twice and come to what a fresh replay comes to', async () => {
    let events = 0;
    await fc.assert(
      fc.asyncProperty(scenarios, fc.scheduler(), async (scenario, scheduler) => {
        events += (await simulate(scenario, scheduler, soundPieces)).events;
      }),
      { numRuns: schedules, ...reproduced },
    );
    expect(events).toBeGreaterThan(0);
  }, 3_600_000);
});
