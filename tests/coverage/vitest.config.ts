import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.js';

const packages = fileURLToPath(new URL('../../packages/', import.meta.url));

/**
 * All tests on the packages as they are built, not on their sources: the command in a process of its own and a
 * test in this one then run the same files, and what either passes through adds up.
 */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@burgernet\/([a-z]+)$/, replacement: `${packages}$1/dist/index.js` },
      { find: /^@burgernet\/([a-z]+)\/([a-z]+)$/, replacement: `${packages}$1/dist/$2/index.js` },
      { find: /^(?:\.\.\/)+packages\/([a-z]+)\/src\/(.*)$/, replacement: `${packages}$1/dist/$2` },
    ],
  },
  test: {
    ...base.test,
    server: { deps: { external: [/\/packages\/[a-z]+\/dist\//] } },
    // A process writes what it passed through; a thread that is stopped does not.
    pool: 'forks',
    setupFiles: ['tests/coverage/write.ts'],
    // The simulation and damage at random pass through the same code again and again.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
