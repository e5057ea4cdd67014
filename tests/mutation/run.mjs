// npm run test:mutation -- [--folder packages/domain/src/action] [--runs N] [--fresh]
//
// Changes the code in one place at a time (Stryker) and looks whether a test fails. What was tried before and is
// still the same is not tried again, unless --fresh; the report of a folder is .cache/mutation/FOLDER.html.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { installAlone, root, setUp } from '../../scripts/set-up.mjs';
import { folderAt, folders } from './folders.mjs';

const usage =
  'Usage: npm run test:mutation -- [--folder packages/PACKAGE/src/FOLDER]... [--runs N] [--fresh]';

const stop = (sentence) => {
  process.stderr.write(`${sentence}\n${usage}\n`);
  process.exit(2);
};

const parse = () => {
  try {
    return parseArgs({
      options: {
        folder: { type: 'string', multiple: true },
        runs: { type: 'string', default: '20' },
        fresh: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return stop(error.message);
  }
};

setUp();
installAlone('tests/mutation', 'Stryker');
const { Stryker } = await import('@stryker-mutator/core');

/** Mutates one folder; ends with 1 where less than 90 % of its mutants are killed. */
const mutate = async ({ path, files, tests }, fresh) => {
  const kept = `.cache/mutation/${path.replace(/^packages\//, '').replaceAll('/', '-')}`;
  process.env.BURGERNET_MUTATION_TESTS = tests.join(' ');
  await new Stryker({
    mutate: files.map((file) => `${path}/${file}`),
    ignorePatterns: ['**/dist', '.cache', 'coverage', 'docs', '*.db', '*.html'],
    // Stryker rewrites what this names with TypeScript's old API, which TypeScript 7 has no more.
    tsconfigFile: 'none.json',
    testRunner: 'vitest',
    vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    incremental: true,
    incrementalFile: `${kept}.json`,
    force: fresh,
    tempDirName: `${kept}.tree`,
    reporters: ['clear-text', 'html', process.stdout.isTTY ? 'progress' : 'progress-append-only'],
    clearTextReporter: { reportTests: false, allowEmojis: false },
    htmlReporter: { fileName: `${kept}.html` },
    // A busy machine is no endless loop, which is found by how often it goes round.
    timeoutMS: 20_000,
    thresholds: { high: 95, low: 90, break: 90 },
    logLevel: 'error',
    allowConsoleColors: process.stdout.isTTY === true,
  }).runMutationTest();
};

const { folder: paths, runs, fresh } = parse();
if (!/^[1-9][0-9]*$/.test(runs)) stop('--runs takes a whole number from 1.');
const asked = paths?.map(
  (path) => folderAt(path.replace(/\/$/, '')) ?? stop(`${path} is no folder of sources.`),
);
process.chdir(root);
mkdirSync('.cache/mutation', { recursive: true });
process.env.BURGERNET_RUNS = runs;
for (const folder of asked ?? folders) {
  process.stdout.write(`\n${folder.path}\n`);
  await mutate(folder, fresh);
}
