import { join } from 'node:path';
import { municipalities } from '../history/municipalities.js';
import { writeHistory } from '../history/write-history.js';
import { peakOf } from '../measuring/alone.js';
import type { Benchmark, Result } from '../measuring/benchmark.js';
import { median } from '../measuring/in-turn.js';
import { inTemporaryFolder } from '../measuring/temporary-folder.js';
import { growing } from './growing.js';

/** Events that are taken at a time, and how often. */
const atOnce = 250;
const rounds = 40;
const next = atOnce * rounds;

/** What the short history has at most; of fewer events it has a tenth, so that there is one to compare with. */
const shortest = 10_000;

/**
 * What one event more costs, validated and taken into account by all read models, after a long history and
 * after a short one of 10,000 events, or of a tenth of it. The histories are the same as far as they go, and
 * take their next events in turn.
 */
export const liveBenchmark: Benchmark = async ({ events = 1_000_000, seed, say }) =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, 'history.db');
    say(`Making up ${(events + next).toLocaleString('en')} events from seed ${seed} ...`);
    await writeHistory(file, { seed, events: events + next, municipalities });
    const least = Math.min(shortest, Math.floor(events / 10));
    const sizes = [least, 10 * least, events].filter((size, at) => at === 0 || size > least);
    const grown = await Promise.all(
      [...new Set(sizes)].map(async (size) => ({
        size,
        models: await growing(file, size, next),
        took: [] as number[],
      })),
    );
    say('Measuring ...');
    for (let round = 0; round < rounds; round++)
      for (const { models, took } of grown) {
        const start = process.hrtime.bigint();
        models.take(atOnce);
        took.push(Number(process.hrtime.bigint() - start) / 1e3 / atOnce);
      }
    const [short, ...longer] = grown;
    if (short === undefined) throw new Error('Nothing was measured.');
    const bound = median(short.took);
    const results: Result[] = [];
    for (const { size, took } of longer)
      results.push({
        name: `live ${size}`,
        events: size,
        boundEvents: short.size,
        ours: median(took),
        bound,
        ratio: median(took) / bound,
        peers: {},
        rssMiB: await peakOf(new URL('alone.js', import.meta.url), file, size, next),
        seed,
        node: process.version,
        unit: 'µs',
      });
    return results.sort((a, b) => b.ratio - a.ratio);
  });
