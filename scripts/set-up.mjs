import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's root, where every command of these scripts runs. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The oldest Node that will do, as package.json says it: `>=20.12`. */
const oldestNode = () =>
  JSON.parse(readFileSync(`${root}package.json`, 'utf8')).engines.node.replace(/^>=/, '');

const isBefore = (version, other) => {
  const [major, minor = 0] = version.split('.').map(Number);
  const [otherMajor, otherMinor = 0] = other.split('.').map(Number);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
};

/**
 * Runs a program in the root and waits for it.
 *
 * @param {string} program what to run
 * @param {ReadonlyArray<string>} args its arguments
 * @param {import('node:child_process').SpawnSyncOptions} options where they differ from what is usual here
 * @returns {number} its exit status, 1 where a signal ended it
 */
export const run = (program, args, options = {}) => {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw error;
  return status === null ? 1 : status;
};

/**
 * Runs a script of an installed package with this same Node.
 *
 * @param {string} script its path in node_modules
 * @param {ReadonlyArray<string>} args its arguments
 * @param {import('node:child_process').SpawnSyncOptions} options see {@link run}
 */
export const runScript = (script, args, options = {}) =>
  run(process.execPath, [`${root}node_modules/${script}`, ...args], options);

const packagesIn = (file) => {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    // A file cut short is as good as none: what it lists is installed again.
    return undefined;
  }
};

/**
 * Whether node_modules holds what the lock file asks for. npm leaves a list of what it installed, and
 * leaves it last: an installation that was broken off has none.
 */
const isInstalled = () => {
  const wanted = packagesIn(`${root}package-lock.json`);
  const installed = packagesIn(`${root}node_modules/.package-lock.json`);
  if (wanted === undefined || installed === undefined) return false;
  const same = (name) => {
    const [a, b] = [wanted[name], installed[name]];
    return a !== undefined && b !== undefined && a.version === b.version && a.integrity === b.integrity;
  };
  return (
    Object.keys(installed).every(same) &&
    Object.keys(wanted).every((name) => name === '' || wanted[name].optional || same(name))
  );
};

/**
 * Installs what the lock file of a folder names: of the root unless told otherwise.
 *
 * @param {import('node:child_process').SpawnSyncOptions} options see {@link run}
 */
export const install = (options = {}) => {
  process.stderr.write('Installing dependencies (npm ci) ...\n');
  // npm names itself to the scripts that it runs; on Windows `npm` alone is no program.
  const npm = process.env.npm_execpath;
  const quiet = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // What npm prints goes to standard error: standard output belongs to what was asked for.
  const apart = { ...options, stdio: ['ignore', 2, 2] };
  return npm === undefined
    ? run('npm', quiet, { ...apart, shell: process.platform === 'win32' })
    : run(process.execPath, [npm, ...quiet], apart);
};

/** Ends the process with a sentence, and not with 0. */
export const stop = (sentence, status) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(status === 0 ? 1 : status);
};

/**
 * Installs what one script alone needs, by the package.json of a folder of its own, where it is not there yet.
 *
 * @param {string} folder its path from the root
 * @param {string} what it is, for who is told that it could not be installed
 */
export const installAlone = (folder, what) => {
  // npm leaves this list last: an installation that was broken off has none.
  if (existsSync(`${root}${folder}/node_modules/.package-lock.json`)) return;
  const status = install({ cwd: `${root}${folder}` });
  if (status !== 0) stop(`${what} could not be installed; see what npm says above.`, status);
};

/** Ends the process with a sentence where this Node is too old. */
export const refuseOldNode = () => {
  const [oldest, version] = [oldestNode(), process.versions.node];
  if (isBefore(version, oldest))
    stop(`Burgernet needs Node ${oldest} or later and this is ${version}; install a later one.`, 1);
};

/**
 * Makes the repository ready to run: dependencies as the lock file names them, and the build. Both are
 * left alone where they are as they should be. Ends the process with a sentence where it cannot.
 */
export const setUp = () => {
  refuseOldNode();
  if (!isInstalled()) {
    const status = install();
    if (status !== 0) stop('The dependencies could not be installed; see what npm says above.', status);
  }
  const status = runScript('typescript/bin/tsc', ['--build', 'packages/adapters'], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) stop('The build failed; see the errors above.', status);
};
