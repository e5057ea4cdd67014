// Prints `N passed, N failed[, N skipped]` from vitest's results.
//
//   node .ci/count.mjs RESULTS STATUS    the JSON that vitest wrote, and the exit status of npm test
import { existsSync, readFileSync } from 'node:fs';

const [file, status] = process.argv.slice(2);
const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : none;
const skipped = results.numPendingTests + results.numTodoTests;
// What fails outside a test (lint, types, a file that cannot be loaded) is a failure too.
const failed = Math.max(results.numFailedTests, status === '0' ? 0 : 1);
console.log(
  `${results.numPassedTests} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`,
);
