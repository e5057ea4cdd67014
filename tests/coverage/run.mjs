// npm run test:coverage -- [--runs N] [--again] [what else is given goes to vitest]
//
// Runs all tests on the packages as they are built, and tells which branches of each package none of them took,
// in the processes of the tests and in those of the command that they start. --again tells it of the last run.
import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { root, runScript, setUp } from '../../scripts/set-up.mjs';
import { branchesOf } from './branches.mjs';

/** The least share of its branches that the tests take of a package, in per cent. */
const least = { domain: 95, projections: 95, adapters: 85 };

const parse = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { runs: { type: 'string', default: '200' }, again: { type: 'boolean', default: false } },
    });
  } catch (error) {
    process.stderr.write(`${error.message}\nUsage: npm run test:coverage -- [--runs N] [--again] [TESTS]\n`);
    return process.exit(2);
  }
};

const {
  values: { runs, again },
  positionals: tests,
} = parse();
const folder = `${root}.cache/coverage`;
let isEnough = true;

if (!again) {
  setUp();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, NODE_V8_COVERAGE: folder, BURGERNET_RUNS: runs };
  const config = ['--config', 'tests/coverage/vitest.config.ts'];
  isEnough = runScript('vitest/vitest.mjs', ['run', ...config, ...tests], { env }) === 0;
}

for (const [name, percent] of Object.entries(least)) {
  const { all, taken, missed } = await branchesOf(name, folder);
  for (const place of missed) process.stdout.write(`  ${place}\n`);
  // Rounded down: 94.99 % is not 95 %.
  const share = Math.floor((taken * 1_000) / all) / 10;
  process.stdout.write(`${name}: ${taken} of ${all} branches, ${share} %, at least ${percent} %\n\n`);
  isEnough &&= share >= percent;
}
process.exitCode = isEnough ? 0 : 1;
