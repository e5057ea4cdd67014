import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { municipalities } from '../history/municipalities.js';
import { writeHistory } from '../history/write-history.js';
import type { Benchmark } from '../measuring/benchmark.js';
import { median } from '../measuring/in-turn.js';
import { inTemporaryFolder } from '../measuring/temporary-folder.js';

// Compiled, this file stands three folders below the root.
const command = fileURLToPath(new URL('../../../packages/adapters/bin/burgernet.mjs', import.meta.url));

/** Runs node to its end, and says how many milliseconds that took and what it printed. */
const timed = (args: ReadonlyArray<string>, cwd: string) =>
  new Promise<{ readonly took: number; readonly stdout: string }>((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      const took = Number(process.hrtime.bigint() - start) / 1e6;
      if (status === 0) resolve({ took, stdout });
      else reject(new Error(`node ${args.join(' ')} ended with ${status}.`));
    });
  });

/** Has the command say its peak of memory when it ends. */
const sayPeak = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stdout.write('\\npeak ' + Math.round(process.resourceUsage().maxRSS / 1024)))",
)}`;

const rounds = 15;

/**
 * From the start of a process to a figure on a store whose read models were kept: node on the command's
 * file. The bound is what it takes to start node and do nothing.
 */
export const openBenchmark: Benchmark = async ({ events = 1_000_000, seed, say }) =>
  inTemporaryFolder(async (folder) => {
    say(`Making up ${events.toLocaleString('en')} events from seed ${seed} ...`);
    await writeHistory(join(folder, 'burgernet.db'), { seed, events, municipalities });
    const figure = [command, 'figure', 'success.full', '--year', '2021', '--json'];
    say('Reading it once, which keeps the read models ...');
    const first = await timed(figure, folder);
    const took = { ours: [] as number[], bound: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      const answered = await timed(figure, folder);
      if (answered.stdout !== first.stdout) throw new Error('The figure is another one.');
      took.ours.push(answered.took);
      took.bound.push((await timed(['-e', '0'], folder)).took);
    }
    const { stdout } = await timed(['--import', sayPeak, ...figure], folder);
    const [ours, bound] = [median(took.ours), median(took.bound)];
    return [
      {
        name: 'open',
        events,
        ours,
        bound,
        ratio: ours / bound,
        peers: {},
        rssMiB: Number(/peak ([0-9]+)/.exec(stdout)?.[1]),
        seed,
        node: process.version,
        unit: 'ms',
      },
    ];
  });
