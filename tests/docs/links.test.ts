import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { anchorsOf, fileOf, linksOf, pages, textOf } from './markdown.js';

const isOutside = (link: string): boolean => /^[a-z]+:/.test(link);

/** What is wrong with a link of a page, if anything. */
const fault = (page: string, link: string): string | undefined => {
  if (isOutside(link)) return URL.canParse(link) && link.startsWith('https://') ? undefined : 'no address';
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), decodeURIComponent(path));
  if (!existsSync(fileOf(target))) return 'leads nowhere';
  if (anchor === undefined) return undefined;
  return target.endsWith('.md') && anchorsOf(textOf(target)).includes(anchor) ? undefined : 'no such heading';
};

describe('the links of the pages', () => {
  it.each(pages)('of %s lead somewhere', (page) => {
    const faults = linksOf(textOf(page)).flatMap((link) => {
      const wrong = fault(page, link);
      return wrong === undefined ? [] : [`${link}: ${wrong}`];
    });
    expect(faults).toEqual([]);
  });

  it('lead from the index of docs to every page of it', () => {
    const linked = linksOf(textOf('docs/README.md')).map((link) => join('docs', link).split('#')[0]);
    const unlinked = pages.filter(
      (page) => page.startsWith('docs/') && page !== 'docs/README.md' && !linked.includes(page),
    );
    expect(unlinked).toEqual([]);
  });

  it('are found to be broken where they are', () => {
    expect(fault('README.md', 'docs/none.md')).toBe('leads nowhere');
    expect(fault('README.md', 'CONTRIBUTING.md#none')).toBe('no such heading');
    expect(fault('README.md', 'CONTRIBUTING.md#set-up')).toBeUndefined();
    expect(fault('README.md', 'http://example.org')).toBe('no address');
  });
});
