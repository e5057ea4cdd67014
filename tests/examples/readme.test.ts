import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const readme = readFileSync(file('README.md'), 'utf8');

/** The fenced blocks of a language in the README. */
const blocks = (language: string): ReadonlyArray<string> =>
  [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, is, code]) =>
    is === language && code !== undefined ? [code] : [],
  );

describe('the README', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('shows an example that runs, and what it prints', async () => {
    const printed: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line) => {
      printed.push(String(line));
    });
    await import('../../examples/late-success.js');
    const code = readFileSync(file('examples/late-success.ts'), 'utf8');
    expect(blocks('ts')).toEqual([code]);
    expect(blocks('text')).toContain(`${printed.join('\n')}\n`);
  });

  it('names files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const path of links) expect(readFileSync(file(path)).length, path).toBeGreaterThan(0);
  });
});
