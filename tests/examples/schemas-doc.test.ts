import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { runProgram } from '../support/run-program.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

it('docs/reference/event-schemas.md shows a program that runs, and what it prints', async () => {
  const page = await readFile(join(root, 'docs', 'reference', 'event-schemas.md'), 'utf8');
  const [, program = '', printed = ''] = /```js\n([\s\S]+?)```\n+```text\n([\s\S]+?)```/.exec(page) ?? [];
  expect(program).not.toBe('');
  // It imports packages that are installed here, so here is where it must stand.
  const file = join(root, '.cache', `schemas-${process.pid}.mjs`);
  await mkdir(join(root, '.cache'), { recursive: true });
  await writeFile(file, program);
  onTestFinished(() => rm(file));
  expect((await runProgram(file, [])).lines).toEqual(printed.trimEnd().split('\n'));
});
