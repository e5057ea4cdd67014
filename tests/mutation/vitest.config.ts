import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import base from '../../vitest.config.js';
import { KeptThread } from './kept-thread.js';

/** Examples first: most mutants fail one, and then no history needs to be made up. */
class ExamplesFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLaw = ({ moduleId }: TestSpecification): number =>
      /laws|ledger-sums|recount/.test(moduleId) ? 1 : 0;
    return Promise.resolve(files.sort((a, b) => isLaw(a) - isLaw(b)));
  }
}

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
    sequence: { sequencer: ExamplesFirst },
    setupFiles: ['tests/mutation/properties.ts'],
    include: (process.env['BURGERNET_MUTATION_TESTS'] ?? '').split(' '),
    exclude: ['tests/domain/{editor,entries,golden,importing,purity,testing-kit,written-types}.test.ts'],
  },
});
