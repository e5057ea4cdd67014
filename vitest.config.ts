import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tests read the packages' sources, so that a failure points at the line somebody wrote. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@burgernet\/domain\/testing$/, replacement: source('packages/domain/src/testing/index.ts') },
      {
        find: /^@burgernet\/domain\/(action|mailing|municipality|publication|vault)$/,
        replacement: source('packages/domain/src/$1/index.ts'),
      },
      { find: /^@burgernet\/domain$/, replacement: source('packages/domain/src/index.ts') },
      {
        find: /^@burgernet\/projections\/testing$/,
        replacement: source('packages/projections/src/testing/index.ts'),
      },
      { find: /^@burgernet\/projections$/, replacement: source('packages/projections/src/index.ts') },
      { find: /^@burgernet\/adapters$/, replacement: source('packages/adapters/src/index.ts') },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/build.ts',
    pool: 'threads',
    // Modules that keep nothing are loaded once, not for every file again; a test that sets anything sets it back.
    isolate: false,
    // One worker for each processor: the one that Vitest leaves free has nothing else to do.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
