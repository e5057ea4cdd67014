import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Builds the packages before the first test: what tests start as a process of its own is what was built.
 * Where nothing changed this is a look at the files.
 */
export const setup = (): void => {
  const tsc = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace(/package\.json$/, 'bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '--build', 'packages/adapters'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The packages do not build; see the errors above.');
};
