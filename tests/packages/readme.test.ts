import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runTypeScript } from '../support/run-example.js';
import { packages, root } from './sources.js';

it.each(packages)(
  'the page of the package of the %s shows a program that runs, and what it prints',
  async (name) => {
    const page = readFileSync(join(root, 'packages', name, 'README.md'), 'utf8');
    const [, program = '', printed] = /```ts\n([\s\S]*?)```\n\nIt prints `([^`]*)`/.exec(page) ?? [];
    expect(await runTypeScript(`packages/${name}/README.md`, program)).toEqual([printed]);
  },
);
