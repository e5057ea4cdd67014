import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What the environment says, but for what would name a store of somebody's own. */
const environment = () => {
  const { BURGERNET_STORE: _, ...env } = process.env;
  return env;
};

const toItsEnd = (cwd, program, args, options) => {
  const since = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    ...{ cwd, env: environment(), encoding: 'utf8', maxBuffer: 1 << 28 },
    ...options,
  });
  return {
    status,
    stdout: stdout ?? '',
    said: `${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`.trim(),
    seconds: (performance.now() - since) / 1_000,
  };
};

/** Runs a program to its end and says what came of it, and in how many seconds. */
export const run = (cwd, program, ...args) =>
  toItsEnd(cwd, program, args, { shell: process.platform === 'win32' && !program.endsWith('.exe') });

/** Runs a line as somebody types it, where these folders hold the programs that are found first. */
export const shellWith =
  (...folders) =>
  (cwd, line) => {
    const env = environment();
    const path = [...folders, env.PATH].join(delimiter);
    return toItsEnd(cwd, line, [], { shell: true, env: { ...env, PATH: path } });
  };

/** How each manager of packages is had, and told to install. */
const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
export const managers = {
  npm: { program: ['npm'], install: ['install', '--no-audit', '--no-fund'] },
  pnpm: { program: [npx, '--yes', 'pnpm'], install: ['install'] },
  'yarn 1': { program: [npx, '--yes', 'yarn@1'], install: ['install', '--non-interactive'] },
  'yarn 4': { program: [npx, '--yes', '-p', '@yarnpkg/cli-dist@4', 'yarn'], install: ['install'] },
};

/**
 * What stands in a project beside its package.json. The packages ask for each other by version, and where no
 * registry has that version, pnpm and yarn are told that the project itself brings it.
 */
const besides = {
  npm: () => ({}),
  pnpm: (ours) => ({
    'pnpm-workspace.yaml': [
      'overrides:',
      ...Object.entries(ours).map(([name, from]) => `  '${name}': '${from}'`),
      // pnpm asks whether a script of a dependency may run, and this one need not.
      'allowBuilds:',
      '  protobufjs: false',
      '',
    ].join('\n'),
  }),
  'yarn 1': () => ({}),
  'yarn 4': () => ({
    // Without a lock of its own it would look for a project further up.
    'yarn.lock': '',
    '.yarnrc.yml': 'nodeLinker: node-modules\nenableTelemetry: false\nenableImmutableInstalls: false\n',
  }),
};

/**
 * Makes a project that has nothing but these dependencies.
 *
 * @param {string} folder where; it is made
 * @param {keyof typeof managers} manager which one will install them
 * @param {Readonly<Record<string, string>>} dependencies by name, from where or in which version
 */
export const makeProject = (folder, manager, dependencies) => {
  mkdirSync(folder, { recursive: true });
  const ours = Object.fromEntries(
    Object.entries(dependencies).filter(([name]) => name.startsWith('@burgernet/')),
  );
  const manifest = { name: 'a-service', private: true, type: 'module', dependencies, resolutions: ours };
  const files = { 'package.json': JSON.stringify(manifest, undefined, 2), ...besides[manager](ours) };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
};
