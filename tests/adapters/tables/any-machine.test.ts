import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundled, historyOf, registeredAt, stored } from './history.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const run = promisify(execFile);

const program = `
import { createHash } from 'node:crypto';
import { readTables, reconstruct, tablesOf2021 } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
const tables = await readTables(tablesOf2021)();
const history = reconstruct(tables.right, { year: 2021, registeredAt: '${registeredAt}' });
const stored = ({ stream, event }) => JSON.stringify([stream, domainRegistry().encode(event)]);
const hash = createHash('sha256').update(history.right.map(stored).join('\\n')).digest('hex');
console.log(JSON.stringify({ offset: new Date(2021, 0, 1).getTimezoneOffset(), hash }));
`;

describe('the reconstruction of 2021', () => {
  beforeAll(() => {
    const tsc = createRequire(import.meta.url)
      .resolve('typescript/package.json')
      .replace(/package\.json$/, 'bin/tsc');
    execFileSync(process.execPath, [tsc, '--build', 'packages/adapters'], { cwd: root, stdio: 'inherit' });
  }, 300_000);

  it('is the same to the byte in three time zones and languages', async () => {
    const zones = [
      ['UTC', 'C', 0],
      ['America/Los_Angeles', 'nl_NL.UTF-8', 480],
      ['Asia/Tokyo', 'tr_TR.UTF-8', -540],
    ] as const;
    const expected = createHash('sha256')
      .update(
        historyOf(await bundled())
          .map(stored)
          .join('\n'),
      )
      .digest('hex');
    for (const [TZ, LANG, offset] of zones) {
      const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], {
        cwd: root,
        env: { ...process.env, TZ, LANG, LC_ALL: LANG },
      });
      expect(JSON.parse(stdout)).toEqual({ offset, hash: expected });
    }
  });
});
