import { createHash } from 'node:crypto';
import { reportHtml } from '@burgernet/adapters';
import { annualReport } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { readAll } from '../../support/read.js';
import { hostileContext, hostileYear } from './hostile-year.js';
import { theYear2021 } from './the-year-2021.js';

const year = await theYear2021();
const dutch = await reportHtml(year.report(), year.context('nl'))();
const english = await reportHtml(year.report(), year.context('en'))();
const hostile = await reportHtml(hostileYear(), hostileContext('nl'))();

const words = (page: string): string =>
  page
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the page', () => {
  it('says both percentages and why they differ', () => {
    expect(words(dutch)).toContain('61 van 793 = 7,7 %');
    expect(words(dutch)).toContain('100 van 793 = 12,6 %');
    expect(words(dutch)).toContain('het mist de successen daarbuiten: 39 die na de looptijd');
    expect(words(english)).toContain('61 of 793 = 7.7 %');
  });

  it('asks nothing of the network: no reference leaves the file', () => {
    for (const page of [dutch, english, hostile]) {
      const references = [...page.matchAll(/\s(?:src|href|xlink:href|action|srcset|data|poster)="([^"]*)"/g)];
      expect(references.map(([, to = '']) => to).filter((to) => !to.startsWith('#'))).toEqual([]);
      expect(page.replace(/<svg xmlns="[^"]*"/g, '<svg')).not.toMatch(
        /url\(|@import|<link|<img|<iframe|<base/,
      );
    }
  });

  it('links only to what is there', () => {
    const ids = new Set([...dutch.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
    const links = [...dutch.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(8);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    expect([...dutch.matchAll(/\sid="/g)]).toHaveLength(ids.size);
  });

  it('allows its own style and its own script, and nothing else', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(dutch) ?? [];
    const hash = (tag: string): string => {
      const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(dutch) ?? [];
      return createHash('sha256').update(text).digest('base64');
    };
    const read = policy.replaceAll('&#39;', "'");
    expect(read).toContain("default-src 'none'");
    expect(read).toContain(`style-src 'sha256-${hash('style')}'`);
    expect(read).toContain(`script-src 'sha256-${hash('script')}'`);
    expect(dutch).not.toMatch(/\s(?:style|on[a-z]+)="/);
  });

  it('takes every text of an event as text', () => {
    const markup = hostile.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
    expect(markup).not.toMatch(/<script|<img|onerror=[^&]*>|alert\(1\)<\/script/i);
    expect(words(hostile)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect([...hostile.matchAll(/<script>/g)]).toHaveLength(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(hostile).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
  });

  it('is in the language asked, and says so', () => {
    expect(dutch).toContain('<html lang="nl">');
    expect(english).toContain('<html lang="en">');
    expect(words(english)).toContain('Missing person');
    expect(words(english)).not.toContain('Vermist');
  });

  it('has a plot for each thing that is plotted, each with what it says in words', () => {
    const plots = [...dutch.matchAll(/<svg [^>]*class="plot wide"[^>]*role="img" aria-label="([^"]*)"/g)];
    expect(plots.map(([, label = '']) => label.split(':')[0])).toEqual([
      'Deel van de acties dat slaagde',
      'Acties per soort',
      'Acties per maand',
      'Acties per gemeente',
      'Nieuwe downloads per maand',
    ]);
    expect(dutch).toContain('Vermist persoon 570, Verdachte situatie 52');
  });

  it('draws municipalities on a sorted scale', () => {
    const [, label = ''] = /aria-label="Acties per gemeente: ([^"]*)"/.exec(dutch) ?? [];
    expect(label).toMatch(/^Utrecht 136, Almere 105, Amersfoort 61, Lelystad 57/);
  });

  it('lists what a reconstruction assumes, and says once that it is one', () => {
    expect(words(dutch).match(/Dit is een reconstructie/g)).toHaveLength(1);
    expect(words(dutch)).toContain('Wat is aangenomen');
    expect(words(hostile)).not.toContain('Wat is aangenomen');
  });

  it('is the same page every time', async () => {
    expect(await reportHtml(year.report(), year.context('nl'))()).toBe(dutch);
  });

  it('answers a year of which nothing is known, without plots', async () => {
    const empty = await reportHtml(annualReport(readAll([]), 1999, 'latest'), year.context('en'))();
    expect(words(empty)).toContain('No actions are known.');
    expect(empty).not.toContain('<svg');
  });
});
