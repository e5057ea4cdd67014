import { parseArgs } from 'node:util';
import { appendBenchmark } from './append/append.js';
import { asOfBenchmark } from './as-of/as-of.js';
import { auditBenchmark } from './audit/audit.js';
import { catchUpBenchmark } from './catch-up/catch-up.js';
import { deliverBenchmark } from './deliver/deliver.js';
import { liveBenchmark } from './live/live.js';
import type { Benchmark, Result } from './measuring/benchmark.js';
import { NoResult } from './measuring/no-result.js';
import { printed } from './measuring/print.js';
import { openBenchmark } from './open/open.js';
import { replayBenchmark } from './replay/replay.js';

const benchmarks: Readonly<Record<string, Benchmark>> = {
  replay: replayBenchmark,
  live: liveBenchmark,
  'as-of': asOfBenchmark,
  append: appendBenchmark,
  'catch-up': catchUpBenchmark,
  open: openBenchmark,
  deliver: deliverBenchmark,
  audit: auditBenchmark,
};

/** Those that need a server run when they are named. */
const withoutServer = Object.keys(benchmarks).filter((name) => name !== 'catch-up');

const usage = `npm run bench -- [NAME] [--events N] [--seed S] [--store URL] [--json]
NAME is one of: ${Object.keys(benchmarks).join(', ')}; without one all run but catch-up, which reads a real
EventStoreDB server that --store, or BURGERNET_TEST_ESDB, names.`;

const whole = (option: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^[1-9][0-9]{0,8}$/.test(text))
    throw new TypeError(`--${option} takes a whole number, not "${text}".`);
  return Number(text);
};

const chosen = () => {
  const { values, positionals } = parseArgs({
    options: {
      events: { type: 'string' },
      seed: { type: 'string' },
      store: { type: 'string' },
      json: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const names = positionals.length === 0 ? withoutServer : positionals;
  for (const name of names)
    if (!Object.hasOwn(benchmarks, name)) throw new TypeError(`There is no benchmark "${name}".`);
  return {
    names,
    events: whole('events', values.events),
    seed: whole('seed', values.seed) ?? 2021,
    server: values.store ?? process.env['BURGERNET_TEST_ESDB'],
    asJson: values.json === true,
  };
};

const wanted = (() => {
  try {
    return chosen();
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    console.error(`${thrown.message}\n\n${usage}`);
    return process.exit(2);
  }
})();

const results: Result[] = [];
for (const name of wanted.names) {
  const settings = {
    events: wanted.events,
    seed: wanted.seed,
    server: wanted.server,
    say: (text: string) => console.error(text),
  };
  try {
    const measured = (await benchmarks[name]?.(settings)) ?? [];
    results.push(...measured);
    if (!wanted.asJson) for (const result of measured) console.log(printed(result));
  } catch (thrown) {
    if (!(thrown instanceof NoResult)) throw thrown;
    console.error(thrown.message);
    process.exitCode = 1;
  }
}
if (wanted.asJson) console.log(JSON.stringify(results));
