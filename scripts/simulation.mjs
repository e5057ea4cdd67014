// npm run test:simulation -- --runs 5000 --seed 7
//
// Lets writers, followers and readers meet at one log in thousands of orders, with crashes and failures. What
// it prints of a failure, seed and path, gives that very schedule again:
//
//   npm run test:simulation -- --seed 7 --path 41:0:2
import { parseArgs } from 'node:util';
import { runScript, setUp } from './set-up.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    path: { type: 'string' },
  },
});
for (const name of ['runs', 'seed'])
  if (!/^[0-9]{1,10}$/.test(values[name])) {
    process.stderr.write(`--${name} takes a whole number, not "${values[name]}".\n`);
    process.exit(2);
  }
setUp();
process.stdout.write(`${values.runs} schedules from seed ${values.seed}\n`);
process.exitCode = runScript('vitest/vitest.mjs', ['run', 'tests/simulation/simulation.test.ts'], {
  env: {
    ...process.env,
    BURGERNET_SCHEDULES: values.runs,
    BURGERNET_SEED: values.seed,
    ...(values.path === undefined ? {} : { BURGERNET_PATH: values.path }),
  },
});
