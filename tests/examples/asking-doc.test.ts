import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { burgernet } from '../adapters/cli/burgernet.js';
import { demoFolder } from '../adapters/cli/demo-store.js';

const page = readFileSync(fileURLToPath(new URL('../../docs/asking.md', import.meta.url)), 'utf8');
const lines = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
);

describe('docs/asking.md', () => {
  const demo = demoFolder();

  it('names commands', () => {
    expect(lines.length).toBeGreaterThan(10);
  });

  it.each(lines)('%s is answered by the demo store', async (line) => {
    const [name, ...args] = line.split(' ');
    expect(name).toBe('burgernet');
    const { status, stdout, stderr } = await burgernet({ cwd: demo.folder }, ...args);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.length).toBeGreaterThan(20);
  });
});
