import { afterEach, expect, it, vi } from 'vitest';
import { blocksOf, textOf } from '../docs/markdown.js';

afterEach(() => {
  vi.restoreAllMocks();
});

it('examples/late-success.ts prints what docs/how-to/domain-in-another-service.md says', async () => {
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => {
    printed.push(String(line));
  });
  await import('../../examples/late-success.js');
  const shown = blocksOf(textOf('docs/how-to/domain-in-another-service.md'));
  expect(shown.filter(({ language }) => language === 'text').map(({ content }) => content)).toEqual([
    `${printed.join('\n')}\n`,
  ]);
});
