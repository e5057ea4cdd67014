import { runScript, setUp } from '../../scripts/set-up.mjs';

// Builds the packages and the benchmarks as they are now, then runs them. Standard output is for results.

setUp();
const status = runScript('typescript/bin/tsc', ['--build', 'tests/benchmarks'], { stdio: ['ignore', 2, 2] });
if (status !== 0) process.exit(status);
await import('../../.cache/benchmarks/main.js');
