// npm run test:simulation -- --runs 5000 --seed 7
//
// Lets writers, followers and readers meet at one log in thousands of orders, with crashes and failures. What
// it prints of a failure, seed and path, gives that very schedule again:
//
//   npm run test:simulation -- --seed=7 --path=41:0:2
import { parseArgs } from 'node:util';
import { runScript, setUp } from './set-up.mjs';

const usage = 'Usage: npm run test:simulation -- [--runs N] [--seed=S] [--path=P]';

const parse = () => {
  try {
    return parseArgs({
      options: { runs: { type: 'string' }, seed: { type: 'string' }, path: { type: 'string' } },
    }).values;
  } catch (error) {
    process.stderr.write(`${error.message}\n${usage}\n`);
    process.exit(2);
  }
};

const { runs = '5000', seed = String(Math.floor(Math.random() * 2 ** 31)), path = '' } = parse();
// A seed that fast-check chose by itself, as in npm test, may be negative.
if (!(/^[1-9][0-9]{0,8}$/.test(runs) && /^-?[0-9]{1,10}$/.test(seed) && /^[0-9:]*$/.test(path))) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
setUp();
process.stdout.write(`${path === '' ? `${runs} schedules` : `Schedule ${path}`} from seed ${seed}\n`);
process.exitCode = runScript(
  'vitest/vitest.mjs',
  ['run', 'tests/simulation/simulation.test.ts', '--disable-console-intercept'],
  {
    env: {
      ...process.env,
      BURGERNET_SCHEDULES: runs,
      BURGERNET_SEED: seed,
      ...(path === '' ? {} : { BURGERNET_PATH: path }),
    },
  },
);
