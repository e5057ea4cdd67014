import { type LawOptions, lawsFor, type Subject } from '@burgernet/projections/testing';
import { describe, expect, it } from 'vitest';
import { runs, size } from '../../../support/runs.js';

/** What `npm run test:laws` asks for; every law is then tried on so many histories, the same for each. */
const { BURGERNET_LAW_RUNS: count, BURGERNET_SEED: seed, BURGERNET_PATH: path } = process.env;
const areAskedFor = count !== undefined;

const asked = (share: number): LawOptions => ({
  runs: areAskedFor ? Number(count) : Math.ceil(runs * share),
  histories: { size },
  ...(areAskedFor && seed !== undefined ? { seed: Number(seed) } : {}),
  ...(areAskedFor && path !== undefined ? { path } : {}),
});

/** Somebody waits for them then, and knows that it takes long. */
const timeout = areAskedFor ? 24 * 3_600_000 : 120_000;

/**
 * Tells the test runner that a projection of ours keeps every law that can be tried on it.
 *
 * @param share how many of the usual histories each law is tried on in `npm test`, from 0 to 1
 * @param but a law that it does not promise to keep
 */
export const keepsLaws = <State>(subject: Subject<State>, share: number, but?: string): void => {
  describe(subject.name, () => {
    for (const { law, says, tryLaw } of lawsFor(subject).filter((one) => one.law !== but))
      it(
        `${law}: ${says}`,
        () => {
          const options = asked(share);
          const held = tryLaw(options);
          expect(held).toMatchObject({ law, runs: options.runs });
          if (areAskedFor) console.log(`${subject.name}, ${law}: held on ${held.runs} histories`);
        },
        timeout,
      );
  });
};
