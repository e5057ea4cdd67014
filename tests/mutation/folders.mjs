/**
 * @typedef {object} Folder what is mutated together, and the tests that say how it should behave
 * @property {string} path
 * @property {ReadonlyArray<string>} files the files of it, as patterns
 * @property {ReadonlyArray<string>} tests patterns of test files
 */

const rules = ['decide.ts', 'conflict.ts', 'state.ts', 'success.ts', 'consult.ts', 'retention.ts'];

/** @returns {Folder} */
const aggregate = (name, ...tests) => ({
  path: `packages/domain/src/${name}`,
  files: rules,
  tests: [...tests, 'deciding', 'success-laws'].map((test) => `tests/domain/${test}.test.ts`),
});

/** @returns {Folder} */
const figures = (name, ...tests) => ({
  path: `packages/projections/src/${name}`,
  files: ['**/*.ts'],
  tests: tests.map((test) => `tests/projections/${test}.test.ts`),
});

/** What `npm run test:mutation` goes through where no folder is named. */
export const folders = [
  aggregate('action', '{action,success}-*', 'clock-changes'),
  aggregate('mailing', 'mailing-rules'),
  aggregate('municipality', 'municipality-rules'),
  aggregate('publication', 'publication-rules'),
  aggregate('vault', 'vault-rules'),
  figures('measures', '{causes,counts,postings,recount,*-and-actions}', 'laws/{success,worklists}'),
  figures('figures', '*', 'laws/{as-of,explain,sums}'),
  figures(
    'ledger',
    '{ledger-*,event-table,explanations,restatements,moved,counts,causes,postings,recount}',
    'laws/{as-of,replay,saving}',
    'laws/ours/ledger',
  ),
];

/**
 * A folder by its path. One that is not listed is mutated whole and asked of all tests of its package.
 *
 * @param {string} path
 * @returns {Folder | undefined} nothing where it is no folder of sources of a package
 */
export const folderAt = (path) => {
  const package_ = /^packages\/(domain|projections)\/src(?:\/[a-z-]+)+$/.exec(path)?.[1];
  if (package_ === undefined) return undefined;
  return (
    folders.find((folder) => folder.path === path) ?? {
      path,
      files: ['**/*.ts'],
      tests: [`tests/${package_}/**/*.test.ts`],
    }
  );
};
