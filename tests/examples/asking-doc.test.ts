import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { burgernets, type Ended } from '../adapters/cli/burgernet.js';
import { demoFolder } from '../adapters/cli/demo-store.js';

const page = readFileSync(fileURLToPath(new URL('../../docs/asking.md', import.meta.url)), 'utf8');
const lines = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
);

describe('docs/asking.md', () => {
  const demo = demoFolder();
  let ended: ReadonlyArray<Ended> = [];
  beforeAll(async () => {
    ended = await burgernets(
      { cwd: demo.folder },
      lines.map((line) => line.split(' ').slice(1)),
    );
  });

  it('names commands', () => {
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => !line.startsWith('burgernet '))).toEqual([]);
  });

  it.each(lines.map((line, at) => ({ line, at })))('$line is answered by the demo store', ({ at }) => {
    const { status, stdout = '', stderr } = ended[at] ?? {};
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.length).toBeGreaterThan(20);
  });
});
