import { type Held, LawBroken, type LawOptions, laws, lawsFor } from '@burgernet/projections/testing';
import { describe, expect, it } from 'vitest';
import { sound } from './sound.js';
import { countsDeliveries } from './wrong/counts-deliveries.js';
import { countsTheFirstMomentAgain } from './wrong/counts-the-first-moment-again.js';
import { dividesByAllYears } from './wrong/divides-by-all-years.js';
import { followsTheLog } from './wrong/follows-the-log.js';
import { forgetsWhatItHasSeen } from './wrong/forgets-what-it-has-seen.js';
import { keepsAnOldAnswer } from './wrong/keeps-an-old-answer.js';
import { looksAtTheLastOfABatch } from './wrong/looks-at-the-last-of-a-batch.js';
import { overwritesThePast } from './wrong/overwrites-the-past.js';
import { postsNoWithdrawal } from './wrong/posts-no-withdrawal.js';
import { readsLocalTime } from './wrong/reads-local-time.js';
import { readsTheWallClock } from './wrong/reads-the-wall-clock.js';
import { sharesItsState } from './wrong/shares-its-state.js';

/** A projection with a mistake, the law that finds it, and how many events at most show it then. */
interface Wrong {
  readonly law: keyof typeof laws;
  readonly mistake: string;
  readonly events: number;
  readonly tryLaw: (options: LawOptions) => Held;
}

const wrong: ReadonlyArray<Wrong> = [
  {
    law: 'incrementalIsBatch',
    mistake: 'keeps an answer that is old',
    events: 3,
    tryLaw: (options) => laws.incrementalIsBatch(keepsAnOldAnswer, options),
  },
  {
    law: 'replayDeterminism',
    mistake: 'reads the wall clock',
    events: 2,
    tryLaw: (options) => laws.replayDeterminism(readsTheWallClock, options),
  },
  {
    law: 'replayDeterminism',
    mistake: 'reads moments in the time zone of the machine',
    events: 1,
    tryLaw: (options) => laws.replayDeterminism(readsLocalTime, options),
  },
  {
    law: 'replayDeterminism',
    mistake: 'goes on from the state of another reading',
    events: 2,
    tryLaw: (options) => laws.replayDeterminism(sharesItsState, options),
  },
  {
    law: 'batchSize',
    mistake: 'looks at the last event of a batch',
    events: 2,
    tryLaw: (options) => laws.batchSize(looksAtTheLastOfABatch, options),
  },
  {
    law: 'restart',
    mistake: 'forgets what it has seen',
    events: 2,
    tryLaw: (options) => laws.restart(forgetsWhatItHasSeen, options),
  },
  {
    law: 'duplicates',
    mistake: 'counts deliveries',
    events: 2,
    tryLaw: (options) => laws.duplicates(countsDeliveries, options),
  },
  {
    law: 'commutingStreams',
    mistake: 'looks for another stream in the log so far',
    events: 2,
    tryLaw: (options) => laws.commutingStreams(followsTheLog, options),
  },
  {
    law: 'telescoping',
    mistake: 'leaves the event out that took something back',
    events: 3,
    tryLaw: (options) => laws.telescoping(postsNoWithdrawal, options),
  },
  {
    law: 'nonInterference',
    mistake: 'divides by what is of other years too',
    events: 3,
    tryLaw: (options) => laws.nonInterference(dividesByAllYears, options),
  },
  {
    law: 'asOfStability',
    mistake: 'overwrites the past',
    events: 3,
    tryLaw: (options) => laws.asOfStability(overwritesThePast, options),
  },
  {
    law: 'restatementAddsUp',
    mistake: 'counts the first moment again',
    events: 2,
    tryLaw: (options) => laws.restatementAddsUp(countsTheFirstMomentAgain, options),
  },
];

const brokenBy = (run: () => unknown): LawBroken => {
  try {
    run();
  } catch (error) {
    if (error instanceof LawBroken) return error;
    throw error;
  }
  throw new Error('No law was broken.');
};

/** Histories that are short enough to try many, and long enough for every mistake. */
const tried: LawOptions = { seed: 11, runs: 300, histories: { size: 25 } };

describe('a law', () => {
  it.each(wrong)('finds who $mistake ($law), says so and shows it', ({ law, events, tryLaw }) => {
    const { message, history, seed, path, ...broken } = brokenBy(() => tryLaw(tried));
    expect(broken.law).toBe(law);
    expect(history.length).toBeLessThanOrEqual(events);
    const [sentence, shown] = message.split('\n\n');
    expect(sentence).toMatch(new RegExp(`^".+" breaks the law ${law}, that ${laws[law].says}\\.$`));
    for (const { position, type } of history)
      expect(shown).toMatch(new RegExp(`^${position} .* ${type} `, 'm'));
    const again = brokenBy(() => tryLaw({ ...tried, seed, path, runs: 1 }));
    expect(again.history).toEqual(history);
  });

  it('has a projection that breaks it', () => {
    expect([...new Set(wrong.map(({ law }) => law))].sort()).toEqual(Object.keys(laws).sort());
  });

  it.each(lawsFor(sound))('is kept by who makes no mistake: $law', ({ law, tryLaw }) => {
    expect(tryLaw(tried)).toEqual({ law, runs: 300, seed: 11 });
  });
});
