import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { columnsOf, portalFields } from '../../packages/adapters/src/interchange/portal/portal-columns.js';

const page = readFileSync(
  fileURLToPath(new URL('../../docs/how-to/import-portal.md', import.meta.url)),
  'utf8',
);

it('docs/how-to/import-portal.md names for every field headers that are known', () => {
  const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \| ([^|]+) \|/gm)];
  expect(rows.map(([, field]) => field)).toEqual([...portalFields]);
  for (const [, field, headers = ''] of rows)
    for (const header of headers.split(',').map((one) => one.trim())) {
      const needed = ['action', 'start', 'end'].filter((one) => one !== field);
      const columns = columnsOf([...needed, header], new Map());
      expect([header, columns instanceof Map ? [...columns.keys()] : columns]).toEqual([
        header,
        expect.arrayContaining([field]),
      ]);
    }
});
