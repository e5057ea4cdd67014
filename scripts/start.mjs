// npm start: sets up what is missing, then runs the demo on the store in the repository's root.
import { root, run, setUp } from './set-up.mjs';

setUp();
const command = `${root}packages/adapters/bin/burgernet.mjs`;
process.exitCode = run(process.execPath, [
  command,
  '--store',
  'sqlite:burgernet.db',
  'demo',
  ...process.argv.slice(2),
]);
