import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { municipalities } from '../history/municipalities.js';
import { writeHistory } from '../history/write-history.js';
import { peakOf } from '../measuring/alone.js';
import type { Benchmark } from '../measuring/benchmark.js';
import { clear, median } from '../measuring/in-turn.js';
import { inTemporaryFolder } from '../measuring/temporary-folder.js';
import { parsedAndHashed } from './bound.js';
import { bundling } from './ours.js';

const rounds = 3;
/** So many events come before it is measured: what runs for the first time is not compiled yet. */
const warmUp = 20_000;

/** Makes up a history, and what writes and verifies its bundle. */
const prepared = async (folder: string, events: number, seed: number) => {
  const history = join(folder, `${events}.db`);
  await writeHistory(history, { seed, events, municipalities });
  return { history, ...(await bundling(folder, history)) };
};

/**
 * A bundle with certificates of every figure, written from a file whose read models are kept, and verified. The
 * bound is to parse each of its lines, to write it in canonical form and to hash it.
 */
export const auditBenchmark: Benchmark = async ({ events = 1_000_000, seed, say }) => {
  await inTemporaryFolder(async (folder) => {
    const few = await prepared(folder, Math.min(events, warmUp), seed);
    await few.write();
    await few.verify();
    await parsedAndHashed(few.events);
  });
  return inTemporaryFolder(async (folder) => {
    say(`Making up ${events.toLocaleString('en')} events from seed ${seed} ...`);
    const { history, events: lines, write, verify } = await prepared(folder, events, seed);
    say('Reading it once, which keeps the read models ...');
    await write();
    say('Measuring ...');
    const took = { write: [] as number[], verify: [] as number[], bound: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      clear();
      took.write.push(await write());
      clear();
      took.verify.push(await verify());
      clear();
      took.bound.push(await parsedAndHashed(lines));
    }
    const peak = async (what: 'write' | 'verify'): Promise<number> => {
      if (what === 'write') await rm(join(folder, 'bundle'), { recursive: true });
      await rm(join(folder, 'key'));
      return peakOf(new URL('alone.js', import.meta.url), what, folder, history);
    };
    const bound = median(took.bound);
    const result = async (what: 'write' | 'verify') => ({
      name: `audit ${what}`,
      events,
      ours: median(took[what]),
      bound,
      ratio: median(took[what]) / bound,
      peers: {},
      rssMiB: await peak(what),
      seed,
      node: process.version,
      unit: 'µs' as const,
    });
    return [await result('verify'), await result('write')].sort((a, b) => b.ratio - a.ratio);
  });
};
