// npm run test:faults -- [CASE] [--rounds N] [--seed S]
//
// Kills processes of ours at random moments, or cuts their connections, and looks at what they left. The
// moment of a kill is the machine's to choose; all else follows from the seed. Ends with status 1 at the
// first violation, and then keeps the folder in which it can be looked at.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appendCase } from './append.mjs';
import { cutCase } from './cut.mjs';
import { importCase } from './import.mjs';
import { readKillCase, writeKillCase } from './kill.mjs';
import { leaderCase } from './leader.mjs';
import { projectCase } from './project.mjs';
import { randomFrom } from './random.mjs';

/**
 * Each case in a file of its own: it makes `round`, which is told whether it is the last and gives the
 * violation it met, `counts`, and `end`, which stops what is still running. A case that needs a server
 * has the variable that names one, and does not run without.
 */
const cases = {
  append: { make: appendCase },
  import: { make: importCase },
  read: { make: readKillCase },
  project: { make: projectCase },
  cut: { make: cutCase, server: 'BURGERNET_TEST_ESDB' },
  'server-read': { make: readKillCase, server: 'BURGERNET_TEST_ESDB' },
  'server-write': { make: writeKillCase, server: 'BURGERNET_TEST_ESDB' },
  leader: { make: leaderCase, server: 'BURGERNET_TEST_ESDB_CLUSTER' },
};

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
  allowPositionals: true,
});
const rounds = Number(values.rounds ?? 20);
const seed = Number(values.seed ?? Date.now() % 2 ** 32);
const asked = values.only === undefined ? positionals : [values.only, ...positionals];
const names = asked.length === 0 ? Object.keys(cases) : asked;
if (
  !(Number.isInteger(rounds) && rounds > 0 && Number.isInteger(seed) && names.every((name) => name in cases))
) {
  console.error(
    `Usage: npm run test:faults -- [CASE] [--rounds N] [--seed S], where CASE is ${Object.keys(cases).join(', ')}`,
  );
  process.exit(2);
}

/** Runs a case; gives the violation that ended it. */
const run = async (name, { round, counts }) => {
  for (let done = 1; done <= rounds; done++) {
    const violation = await round(done === rounds).catch(({ stack }) => stack);
    if (violation !== undefined) return `round ${done}: ${violation}`;
    if (done % 20 === 0) console.log(`${name}: ${done} rounds, ${JSON.stringify(counts)}`);
  }
  return undefined;
};

for (const name of names) {
  const { make, server } = cases[name];
  const url = server && process.env[server];
  if (server !== undefined && url === undefined) {
    console.log(`${name}: did not run, for ${server} names no EventStoreDB server`);
    continue;
  }
  const folder = await mkdtemp(join(tmpdir(), 'burgernet-faults-'));
  const made = await make({ folder, random: randomFrom(seed), url });
  console.log(`${name}: ${rounds} rounds, seed ${seed}`);
  const violation = await run(name, made);
  if (violation !== undefined) console.error(`${name}: seed ${seed}, ${violation}. See ${folder}.`);
  await made.end?.();
  if (violation !== undefined) process.exit(1);
  console.log(`${name}: all held, ${JSON.stringify(made.counts)}`);
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}
