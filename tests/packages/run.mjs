// npm run test:packages: what somebody meets who installs the three packages. Packs them, installs the
// tarballs into empty projects with npm, pnpm and yarn, and there uses them: by import and by require, from
// TypeScript 5.9, 6 and 7, by the burgernet command, and by every example of examples/.
//
//   npm run test:packages -- --only npm    installs with one manager alone
//
// It needs the npm registry, and measures time, so it is no part of npm test.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dependenciesOf, examplesIn, linesOf } from './examples.mjs';
import { makeProject, managers, run, shellWith } from './fresh-project.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'burgernet-packages-'));
const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';

let failed = 0;
let held = 0;
const expect = (what, holds, detail = '') => {
  if (holds) held += 1;
  else failed += 1;
  console.log(`${holds ? 'holds' : 'FAILS'}  ${what}${detail === '' ? '' : ` (${detail})`}`);
  return holds;
};
/** That a program ended well, and printed what it should where that is said. */
const expectRun = (what, { status, stdout, said, seconds }, printed = undefined) => {
  const holds = status === 0 && (printed === undefined || printed.test(stdout));
  return expect(
    what,
    holds,
    holds ? `${seconds.toFixed(1)} s` : `ended with ${status}: ${said.slice(-2_000)}`,
  );
};
const skip = (what, why) => console.log(`did not run: ${what} (${why})`);

/** Packs the packages, each built before by its own script, and gives where each tarball is. */
const pack = () => {
  const packed = run(root, 'npm', 'pack', '--workspaces', '--pack-destination', folder);
  if (!expectRun('npm pack packs the three', packed)) return undefined;
  const files = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const ours = Object.fromEntries(
    files.map((file) => [
      file.replace(/^burgernet-([a-z]+)-.*$/, '@burgernet/$1'),
      `file:${join(folder, file)}`,
    ]),
  );
  return expect('they are three tarballs', files.length === 3, files.join(', ')) ? ours : undefined;
};

const install = (manager, project) => {
  const { program, install: args } = managers[manager];
  const [first, ...rest] = program;
  const had = run(folder, first, ...rest, '--version');
  if (had.status !== 0) {
    skip(`installing with ${manager}`, `it cannot be had here: ${had.said.slice(-200)}`);
    return false;
  }
  const installed = run(project, first, ...rest, ...args);
  const what = `${manager} (${had.stdout.trim()}) installs the tarballs into an empty project`;
  if (!expectRun(what, installed)) return false;
  const load = `${installed.seconds.toFixed(1)} s, with a load of ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors`;
  expect(`${manager} does so in 30 s at most`, installed.seconds <= 30, load);
  return true;
};

/** Each version of Node that is tried; the one that runs this script needs no fetching. */
const nodes = () => {
  const fetched = ['22', '24'].flatMap((version) => {
    const found = run(folder, npx, '--yes', `node@${version}`, '-p', 'process.execPath');
    if (found.status === 0) return [{ version, path: found.stdout.trim() }];
    skip(`Node ${version}`, found.said.slice(-200));
    return [];
  });
  return [{ version: process.versions.node, path: process.execPath }, ...fetched];
};

const takesRequire = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return version.includes('.') ? major > 22 || (major === 22 && minor >= 12) : major >= 22;
};

const use = (project, name, allNodes) => {
  for (const file of ['use.mjs', 'use.cjs', 'prove.cjs'])
    cpSync(join(here, 'consumer', file), join(project, file));
  for (const { version, path } of allNodes) {
    expectRun(`${name}: import works on Node ${version}`, run(project, path, 'use.mjs'), /^imported$/m);
    if (takesRequire(version))
      expectRun(`${name}: require works on Node ${version}`, run(project, path, 'use.cjs'), /^required$/m);
  }
  const main = run(
    project,
    process.execPath,
    '--input-type=module',
    '-e',
    `
    await import('@burgernet/domain');
    const error = await import('@burgernet/domain/testing').catch((thrown) => thrown);
    console.log(error.code);
  `,
  );
  expectRun(`${name}: without fast-check all works but testing`, main, /^ERR_MODULE_NOT_FOUND$/m);
};

const command = (project, name) => {
  const burgernet = (...args) => run(project, npx, '--no-install', 'burgernet', ...args);
  const bothPercentages = /61 (?:of|van) 793 = 7[.,]7 % +100 (?:of|van) 793 = 12[.,]6 %/;
  expectRun(`${name}: burgernet demo prints both percentages`, burgernet('demo'), bothPercentages);
  const asked = burgernet('figure', 'success.full', '--year', '2021', '--json');
  expectRun(`${name}: burgernet figure answers from the store that it made`, asked, /"numerator": ?100\b/);
};

const compilers = { 'TypeScript 5.9': '5.9', 'TypeScript 6': '6', 'TypeScript 7': '7' };
const strict = { strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true };
const settings = {
  bundler: {
    files: ['typed.ts', 'testing.ts'],
    module: 'esnext',
    moduleResolution: 'bundler',
    skipLibCheck: true,
  },
  nodenext: { files: ['typed.ts', 'typed.cts', 'testing.ts'], module: 'nodenext', skipLibCheck: true },
  // Those of the domain and the projections; the adapters have some of Node, which other packages declare.
  'nodenext, every declaration checked': {
    files: ['typed.cts'],
    module: 'nodenext',
    skipLibCheck: false,
    lib: ['es2023', 'dom'],
  },
};

const typeCheck = (project) => {
  for (const file of ['typed.ts', 'typed.cts', 'testing.ts'])
    cpSync(join(here, 'consumer', file), join(project, file));
  const added = run(
    project,
    'npm',
    'install',
    '--no-audit',
    '--no-fund',
    `fast-check@${dependenciesOf(root)['fast-check']}`,
  );
  if (!expectRun('npm adds fast-check, for the entries for tests', added)) return;
  for (const [name, version] of Object.entries(compilers)) {
    const tools = join(folder, `typescript-${version}`);
    makeProject(tools, 'npm', { typescript: version });
    const had = run(tools, 'npm', 'install', '--no-audit', '--no-fund');
    if (had.status !== 0) {
      skip(name, had.said.slice(-200));
      continue;
    }
    for (const [setting, { files, ...options }] of Object.entries(settings)) {
      const compilerOptions = {
        target: 'es2022',
        lib: ['es2023'],
        types: [],
        noEmit: true,
        ...strict,
        ...options,
      };
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }, undefined, 2));
      const tsc = join(tools, 'node_modules/typescript/bin/tsc');
      expectRun(`${name} takes the types, ${setting}`, run(project, process.execPath, tsc, '-p', '.'));
    }
  }
};

/** Every example, as it stands there: in TypeScript too, which Node runs from 22.18 on. */
const runExamples = (ours, allNodes) => {
  const project = join(folder, 'examples');
  makeProject(project, 'npm', { ...ours, ...dependenciesOf(root) });
  if (
    !expectRun(
      'npm installs what the examples need',
      run(project, 'npm', 'install', '--no-audit', '--no-fund'),
    )
  )
    return;
  cpSync(join(root, 'examples'), project, { recursive: true });
  const newest = allNodes.at(-1);
  if (!takesRequire(newest.version)) return skip('the examples', 'they need Node 22.18 or later');
  const shell = shellWith(dirname(newest.path), join(project, 'node_modules/.bin'));
  expectRun('the demo store, of which examples may export', shell(project, 'burgernet demo'));
  for (const example of examplesIn(root))
    for (const line of linesOf(example, readFileSync(join(project, example), 'utf8'))) {
      const printed = line.startsWith('node ') ? /\S/ : undefined;
      expectRun(`examples: ${line} (Node ${newest.version})`, shell(project, line), printed);
    }
};

try {
  const stale = ['domain', 'projections', 'adapters'].flatMap((name) =>
    readdirSync(join(root, 'packages', name, 'dist'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .filter((file) => !existsSync(join(root, 'packages', name, 'src', file.replace(/\.js$/, '.ts'))))
      .map((file) => `packages/${name}/dist/${file}`),
  );
  expect('dist holds nothing whose source is gone', stale.length === 0, stale.slice(0, 5).join(', '));
  const ours = pack();
  if (ours !== undefined) {
    const allNodes = nodes();
    for (const manager of Object.keys(managers)) {
      if (only !== undefined && only !== manager) continue;
      const project = join(folder, manager.replace(' ', '-'));
      makeProject(project, manager, ours);
      if (!install(manager, project)) continue;
      use(project, manager, allNodes);
      command(project, manager);
      if (manager === 'npm') typeCheck(project);
    }
    runExamples(ours, allNodes);
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
console.log(`${held} held, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
