import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const isProgram = (name) => /\.(ts|mts|mjs|js)$/.test(name);

/** The examples, each a program; what stands in folders beside them is imported by these. */
export const examplesIn = (root) => readdirSync(join(root, 'examples')).filter(isProgram);

/** What the examples import beside ours, in the versions that are tested here. */
export const dependenciesOf = (root) => {
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const files = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' }).filter(isProgram);
  const imported = files.flatMap((file) => [
    ...readFileSync(join(root, 'examples', file), 'utf8').matchAll(/\bfrom '(?!node:|\.)([^']+)'/g),
  ]);
  const names = imported.map(([, what]) =>
    what
      .split('/')
      .slice(0, what.startsWith('@') ? 2 : 1)
      .join('/'),
  );
  return Object.fromEntries(
    [...new Set(names)]
      .filter((name) => !name.startsWith('@burgernet/'))
      .map((name) => [name, locked[`node_modules/${name}`].version]),
  );
};

/**
 * How an example says at its head that it is run, line by line (`//   node NAME ...`, and before it what makes
 * its input). What needs a server is left out where none is named.
 */
export const linesOf = (example, text) => {
  const server = process.env.BURGERNET_TEST_ESDB;
  const [head = ''] = /^(\/\/.*\n)*/.exec(text) ?? [];
  const lines = [...head.matchAll(/^\/\/ {3}((?:node|burgernet) .*?)(?: {2,}\(.*)?$/gm)].map(
    ([, line]) => line,
  );
  const possible = lines
    .map((line) => (server === undefined ? line : line.replace(/esdb:\S+/, `'${server}'`)))
    .filter((line) => server !== undefined || !line.includes('esdb:'));
  return possible.some((line) => line.includes(example)) ? possible : [`node ${example}`];
};
