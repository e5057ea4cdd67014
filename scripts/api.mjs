// npm run docs:api: the pages of the API in docs/api, made of the docstrings. TypeDoc reads the sources with a
// TypeScript of its own, older than the one that builds; both are installed at first use.
import { existsSync } from 'node:fs';
import { install, root, run, setUp, stop } from './set-up.mjs';

setUp();
const folder = `${root}scripts/api`;
// npm leaves this list last: an installation that was broken off has none.
if (!existsSync(`${folder}/node_modules/.package-lock.json`)) {
  const status = install({ cwd: folder });
  if (status !== 0) stop('TypeDoc could not be installed; see what npm says above.', status);
}
process.exitCode = run(process.execPath, [`${folder}/draw.mjs`]);
