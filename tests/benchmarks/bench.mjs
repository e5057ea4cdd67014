import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Builds the packages and the benchmarks as they are now, then runs them. Standard output is for results.

const root = fileURLToPath(new URL('../../', import.meta.url));
const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

if (!existsSync(tsc)) {
  console.error('The dependencies are not installed; run "npm ci" first.');
  process.exit(1);
}
const built = spawnSync(process.execPath, [tsc, '--build', 'tests/benchmarks'], {
  cwd: root,
  stdio: ['ignore', process.stderr.fd, 'inherit'],
});
if (built.status !== 0) process.exit(1);
await import('../../.cache/benchmarks/main.js');
