// npm run test:fuzz -- [--rounds N] [--seed S]
//
// Damages audit bundles at random, in bytes, lines and files, and looks whether the verifier finds it, names
// what is wrong and ends well; and changes single bytes of the bundle of the demo store. All of it follows from
// the seed; a failure prints what was done.
import { parseArgs } from 'node:util';
import { runScript } from '../../scripts/set-up.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } });
const rounds = Number(values.rounds ?? 5_000);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!(Number.isInteger(rounds) && rounds > 0 && Number.isInteger(seed))) {
  console.error('Usage: npm run test:fuzz -- [--rounds N] [--seed S]');
  process.exit(2);
}
console.log(`${rounds} rounds of each kind of damage, seed ${seed}`);
process.exitCode = runScript('vitest/vitest.mjs', ['run', 'tests/fuzz'], {
  env: { ...process.env, BURGERNET_FUZZ_ROUNDS: String(rounds), BURGERNET_FUZZ_SEED: String(seed) },
});
