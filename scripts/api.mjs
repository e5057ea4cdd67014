// npm run docs:api: the pages of the API in docs/api, made of the docstrings. TypeDoc reads the sources with a
// TypeScript of its own, older than the one that builds; both are installed at first use.
import { installAlone, root, run, setUp } from './set-up.mjs';

setUp();
installAlone('scripts/api', 'TypeDoc');
process.exitCode = run(process.execPath, [`${root}scripts/api/draw.mjs`]);
