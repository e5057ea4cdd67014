import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../support/run-program.js';
import { postgresAbsent } from '../../support/throwaway-postgres.mjs';

const faults = fileURLToPath(new URL('../../faults/run.mjs', import.meta.url));

/** A few rounds of `npm run test:faults -- project`, which runs more. */
describe(`burgernet project that is killed at any moment${postgresAbsent === undefined ? '' : ` (on PostgreSQL ${postgresAbsent})`}`, () => {
  it('leaves the figures, register, board and participation of the position that its tables name', async () => {
    const { lines } = await runProgram(faults, ['project', '--rounds', '2']);
    expect(lines.at(-1)).toMatch(/^project: all held, \{"kills":[2-9]/);
  }, 600_000);
});
