// npm run test:coverage -- [--runs N] [--again] [what else is given goes to vitest]
//
// Runs all tests on the packages as they are built, and tells which branches of each package none of them took,
// in the processes of the tests and in those of the command that they start. --again tells it of the last run.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { installAlone, root, setUp } from '../../scripts/set-up.mjs';

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

const { values, positionals } = parse();
setUp();
installAlone('tests/coverage', 'What reads coverage');
const { branchesOf } = await import('./branches.mjs');
const { gather } = await import('./passed.mjs');

const folder = `${root}.cache/coverage`;
const kept = `${folder}/passed.json`;

/** Runs the tests, keeps what they passed through, and says whether they passed. */
const test = async (tests, runs) => {
  const reports = `${folder}/reports`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const { read, passed } = gather(reports, pathToFileURL(`${root}packages/`).href);
  const reading = setInterval(read, 2_000);
  const vitest = [
    `${root}node_modules/vitest/vitest.mjs`,
    'run',
    '--config',
    'tests/coverage/vitest.config.ts',
  ];
  const child = spawn(process.execPath, [...vitest, ...tests], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_V8_COVERAGE: reports, BURGERNET_RUNS: runs },
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(reading);
  read();
  writeFileSync(kept, JSON.stringify(passed()));
  rmSync(reports, { recursive: true });
  return status === 0;
};

let isEnough = values.again || (await test(positionals, values.runs));
const passed = JSON.parse(readFileSync(kept, 'utf8'));
for (const [name, percent] of Object.entries(least)) {
  const { all, taken, missed } = await branchesOf(name, passed);
  for (const place of missed) process.stdout.write(`  ${place}\n`);
  // Rounded down: 94.99 % is not 95 %.
  const share = Math.floor((taken * 1_000) / all) / 10;
  process.stdout.write(`${name}: ${taken} of ${all} branches, ${share} %, at least ${percent} %\n\n`);
  isEnough &&= share >= percent;
}
process.exitCode = isEnough ? 0 : 1;
