// npm run test:laws -- --runs 10000 --seed 7
//
// Tries every law of projections on all of ours, each on so many histories. A law that is broken says with which
// seed and path its history comes first:
//
//   npm run test:laws -- --seed=7 --path=41:0:2 --only 'figures duplicates'
import { parseArgs } from 'node:util';
import { runScript, setUp } from './set-up.mjs';

const usage =
  "Usage: npm run test:laws -- [--runs N] [--seed=S] [--path=P] [--only 'PROJECTION LAW']\n" +
  'A projection is figures, ledger, lists or recorders; a law is named as its function is.';

const parse = () => {
  try {
    const text = { type: 'string' };
    return parseArgs({ options: { runs: text, seed: text, path: text, only: text } }).values;
  } catch (error) {
    process.stderr.write(`${error.message}\n${usage}\n`);
    process.exit(2);
  }
};

const { runs = '10000', seed = String(Math.floor(Math.random() * 2 ** 31)), path = '', only = '' } = parse();
// A seed that fast-check chose by itself, as in npm test, may be negative.
const isSound = /^[1-9][0-9]{0,8}$/.test(runs) && /^-?[0-9]{1,10}$/.test(seed) && /^[0-9:]*$/.test(path);
if (!isSound) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
setUp();
const { laws } = await import('../packages/projections/dist/testing/index.js');
const [projection = '', law = '', ...more] = only === '' ? [] : only.split(' ');
const isKnown =
  (only === '' || ['figures', 'ledger', 'lists', 'recorders'].includes(projection)) &&
  (law === '' || law in laws) &&
  more.length === 0;
if (!isKnown) {
  process.stderr.write(
    `There is no "${only}" to try.\n${usage}\nThe laws are ${Object.keys(laws).join(', ')}.\n`,
  );
  process.exit(2);
}
process.stdout.write(`Every law, each on ${runs} histories from seed ${seed}\n`);
process.exitCode = runScript(
  'vitest/vitest.mjs',
  [
    'run',
    'tests/projections/laws/ours',
    '--disable-console-intercept',
    ...(only === '' ? [] : ['--testNamePattern', `^${only}`]),
  ],
  {
    env: {
      ...process.env,
      BURGERNET_LAW_RUNS: runs,
      BURGERNET_SEED: seed,
      ...(path === '' ? {} : { BURGERNET_PATH: path }),
    },
  },
);
