import { join } from 'node:path';
import { municipalities } from '../history/municipalities.js';
import { Random } from '../history/random.js';
import { writeHistory } from '../history/write-history.js';
import { peakOf } from '../measuring/alone.js';
import type { Benchmark, Result } from '../measuring/benchmark.js';
import { median, percentile } from '../measuring/in-turn.js';
import { inTemporaryFolder } from '../measuring/temporary-folder.js';
import { asking, type Case } from './questions.js';
import { read } from './read.js';

/** Questions of one round. */
const questions = 10_000;
const rounds = 5;

/**
 * A figure as known on a random date, out of the ledger; any figure, of a whole region or of one
 * municipality. The bound is what it costs without a ledger of all moments: a replay up to a random date,
 * for which only the events recorded by then are read, as if they were the first of the log.
 */
export const asOfBenchmark: Benchmark = async ({ events = 1_000_000, seed, say }) =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, 'history.db');
    say(`Making up ${events.toLocaleString('en')} events from seed ${seed} ...`);
    await writeHistory(file, { seed, events, municipalities });
    const models = await read(file, events);
    const random = new Random(seed);
    const cases: ReadonlyArray<Case> = ['total', 'municipality'];
    const asked = cases.map((name) => ({ name, ask: asking(models, seed, name), took: [] as number[] }));
    const replays: number[] = [];
    say('Measuring ...');
    // What runs for the first time is not compiled yet, and the sums of a year are made when it is asked again.
    for (const { ask } of asked) for (let question = 0; question < questions; question++) ask();
    for (let round = 0; round < rounds; round++) {
      for (const { ask, took } of asked)
        for (let question = 0; question < questions; question++) took.push(ask());
      const start = process.hrtime.bigint();
      await read(file, random.between(1, events));
      replays.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
    const bound = median(replays);
    const rssMiB = await peakOf(new URL('alone.js', import.meta.url), file, events, seed);
    const { ledger } = models;
    return asked
      .map(({ name, took }): Result => {
        const ours = percentile(took, 0.99);
        return {
          name: `as-of ${name}`,
          events,
          ours,
          bound,
          ratio: bound / ours,
          peers: {},
          rssMiB,
          seed,
          node: process.version,
          unit: 'ms',
          bytesAPosting: ledger.bytes() / ledger.length,
        };
      })
      .sort((a, b) => a.ratio - b.ratio);
  });
