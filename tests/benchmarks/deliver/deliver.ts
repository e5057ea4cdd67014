import { join } from 'node:path';
import { peakOf } from '../measuring/alone.js';
import type { Benchmark } from '../measuring/benchmark.js';
import { percentile } from '../measuring/in-turn.js';
import { inTemporaryFolder } from '../measuring/temporary-folder.js';
import { delays } from './delays.js';

/** In milliseconds: what people take for at once. */
const bound = 100;

/** From the commit in one process to the event handled in another, over an SQLite file; the 99th percentile. */
export const deliverBenchmark: Benchmark = async ({ events = 2_000, seed, say }) =>
  inTemporaryFolder(async (folder) => {
    say('Measuring ...');
    const ours = percentile(await delays(join(folder, 'store.db'), events, seed), 0.99);
    return [
      {
        name: 'deliver',
        events,
        ours,
        bound,
        ratio: ours / bound,
        peers: {},
        rssMiB: await peakOf(
          new URL('alone.js', import.meta.url),
          join(folder, 'alone.db'),
          Math.min(events, 500),
          seed,
        ),
        seed,
        node: process.version,
        unit: 'ms',
      },
    ];
  });
