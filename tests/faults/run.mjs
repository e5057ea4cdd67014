// npm run test:faults -- [--rounds N] [--seed S] [--only append|import]
//
// Kills processes of ours at random moments and looks at what they left. The moment of a kill is the
// machine's to choose; all else follows from the seed. Ends with status 1 at the first violation, and
// then keeps the folder in which it can be looked at.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appendCase } from './append.mjs';
import { importCase } from './import.mjs';
import { randomFrom } from './random.mjs';

/**
 * Each case in a file of its own: it makes `round`, which is told whether it is the last and gives the
 * violation it met, and `counts`.
 */
const cases = { append: appendCase, import: importCase };

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const rounds = Number(values.rounds ?? 20);
const seed = Number(values.seed ?? Date.now() % 2 ** 32);
const names = values.only === undefined ? Object.keys(cases) : [values.only];
if (
  !(Number.isInteger(rounds) && rounds > 0 && Number.isInteger(seed) && names.every((name) => name in cases))
) {
  console.error(
    `Usage: npm run test:faults -- [--rounds N] [--seed S] [--only ${Object.keys(cases).join('|')}]`,
  );
  process.exit(2);
}

for (const name of names) {
  const folder = await mkdtemp(join(tmpdir(), 'burgernet-faults-'));
  const { round, counts } = cases[name]({ folder, random: randomFrom(seed) });
  console.log(`${name}: ${rounds} rounds, seed ${seed}`);
  for (let done = 1; done <= rounds; done++) {
    const violation = await round(done === rounds).catch(({ stack }) => stack);
    if (violation !== undefined) {
      console.error(`${name}: seed ${seed}, round ${done}: ${violation}. See ${folder}.`);
      process.exit(1);
    }
    if (done % 20 === 0) console.log(`${name}: ${done} rounds, ${JSON.stringify(counts)}`);
  }
  console.log(`${name}: all held, ${JSON.stringify(counts)}`);
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}
