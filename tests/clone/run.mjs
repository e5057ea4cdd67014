// npm run test:clone: what a newcomer meets. Clones the repository as it is committed into an empty
// folder, and there runs npm start, npm start again, and npm test.
//
//   npm run test:clone -- --without-tests    leaves npm test out
//
// It measures time, so it is no part of npm test: a busy machine is slower.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'burgernet-clone-'));
const clone = join(folder, 'burgernet');
const withTests = !process.argv.includes('--without-tests');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const run = (cwd, program, ...args) => {
  const since = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    shell: program.endsWith('.cmd'),
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr, seconds: (performance.now() - since) / 1_000 };
};

let failed = 0;
const expect = (what, holds, detail = '') => {
  if (!holds) failed += 1;
  console.log(`${holds ? 'holds' : 'FAILS'}  ${what}${detail === '' ? '' : ` (${detail})`}`);
};
const took = ({ seconds }) => `${seconds.toFixed(1)} s`;
const bothPercentages = /61 (?:of|van) 793 = 7[.,]7 % +100 (?:of|van) 793 = 12[.,]6 %/;

try {
  const cloned = run(root, 'git', 'clone', '--quiet', root, clone);
  expect('git clone', cloned.status === 0, cloned.stderr.trim());

  const first = run(clone, npm, 'start');
  expect('the first npm start ends well', first.status === 0, first.status === 0 ? '' : first.stderr);
  expect('it takes 60 s at most', first.seconds <= 60, took(first));
  expect('it prints both percentages', bothPercentages.test(first.stdout));
  const page = join(clone, 'report.html');
  expect('it draws the page', existsSync(page) && readFileSync(page, 'utf8').includes('</html>'));

  const second = run(clone, npm, 'start');
  expect('the second npm start takes 4 s at most', second.status === 0 && second.seconds <= 4, took(second));
  expect('it prints the same', second.stdout === first.stdout);

  const figure = run(clone, 'npx', 'burgernet', 'figure', 'success.full', '--year', '2021', '--json');
  expect('npx burgernet is the command', figure.status === 0 && JSON.parse(figure.stdout).numerator === 100);

  if (withTests) {
    const tests = run(clone, npm, 'test');
    expect('npm test passes', tests.status === 0, took(tests));
    if (tests.status !== 0) console.log(tests.stdout, tests.stderr);
  }
  const status = run(clone, 'git', 'status', '--porcelain');
  expect('the working tree is clean afterwards', status.stdout === '', status.stdout.trim());
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
process.exitCode = failed === 0 ? 0 : 1;
