// npm test: sets up what is missing, then formatting and lint, types and tests.
//
//   npm test -- --runs 5000 --size 100    property laws over more and longer histories
//   npm test -- tests/domain -t summer    whatever else is given goes to vitest
import { runScript, setUp } from './set-up.mjs';

const forLaws = { '--runs': 'BURGERNET_RUNS', '--size': 'BURGERNET_SIZE' };

/** Parts what is meant for the property laws from what is meant for vitest. */
const parse = (args) => {
  const laws = {};
  const rest = [];
  for (let at = 0; at < args.length; at++) {
    const [name, value = args[at + 1]] = args[at].split('=', 2);
    const variable = forLaws[name];
    if (variable === undefined) {
      rest.push(args[at]);
      continue;
    }
    if (!/^[1-9][0-9]*$/.test(value ?? '')) {
      process.stderr.write(`${name} takes a whole number from 1, such as ${name} 5000.\n`);
      process.exit(2);
    }
    laws[variable] = value;
    if (!args[at].includes('=')) at++;
  }
  return { laws, rest };
};

const { laws, rest } = parse(process.argv.slice(2));
setUp();
// Everything is looked at, whatever fails before it: one run tells all there is to mend.
const statuses = [
  runScript('@biomejs/biome/bin/biome', ['check', '.']),
  runScript('typescript/bin/tsc', ['--build']),
  runScript('vitest/vitest.mjs', ['run', ...rest], { env: { ...process.env, ...laws } }),
];
process.exitCode = statuses.find((status) => status !== 0) ?? 0;
