import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.js';
import { KeptThread } from './kept-thread.js';

/**
 * The tests that the mutants of a folder are given, on sources: nothing is built, and properties start at one seed.
 * Left out are those that read source files, look at what the kit makes up, or need more runs than a mutant gets.
 */
export default defineConfig({
  ...base,
  plugins: [
    {
      name: 'kept-thread',
      // Stryker asks for threads; these are.
      configureVitest: ({ project }) => {
        project.config.pool = 'kept-thread';
        project.config.poolRunner = {
          name: 'kept-thread',
          createPoolWorker: (options) => new KeptThread(options),
        };
      },
    },
  ],
  test: {
    ...base.test,
    globalSetup: [],
    setupFiles: ['tests/mutation/properties.ts'],
    include: (process.env['BURGERNET_MUTATION_TESTS'] ?? '').split(' '),
    exclude: ['tests/domain/{golden,importing,purity,testing-kit}.test.ts'],
  },
});
