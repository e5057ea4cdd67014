import { reportHtml } from '@burgernet/adapters';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileContext, hostileYear } from '../adapters/report/hostile-year.js';
import { theYear2021 } from '../adapters/report/the-year-2021.js';
import { chromiumPath, startChromium, withPage } from './chromium.js';

const year = await theYear2021();
const dutch = await reportHtml(year.report(), year.context('nl'))();
const english = await reportHtml(year.report(), year.context('en'))();
const phone = { viewport: { width: 360, height: 740 } };
const desk = { viewport: { width: 1280, height: 900 } };

const columnOf = (page: Page, table: string, column: number): Promise<ReadonlyArray<string>> =>
  page
    .locator(`#${table} tbody:not(.totals) tr`)
    .evaluateAll(
      (rows, at) => rows.map((row) => row.children[at]?.textContent?.replace(/\s*\(.*\)/, '') ?? ''),
      column,
    );

interface Violations {
  readonly violations: ReadonlyArray<{ readonly id: string; readonly nodes: ReadonlyArray<unknown> }>;
}

/** What axe finds wrong with the page: rules with the number of places. */
const faults = async (page: Page): Promise<ReadonlyArray<string>> => {
  await page.evaluate(axe.source);
  const { violations }: Violations = await page.evaluate('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.length}`);
};

describe.skipIf(chromiumPath === undefined)('the page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  it('asks nothing of the network and complains of nothing', async () => {
    await withPage(browser, dutch, desk, async ({ page, requests, complaints }) => {
      await page.locator('h1').waitFor();
      expect(requests).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });

  it('runs nothing that an event says', async () => {
    const hostile = await reportHtml(hostileYear(), hostileContext('nl'))();
    await withPage(browser, hostile, desk, async ({ page, requests, complaints }) => {
      await page.locator('#provenance').scrollIntoViewIfNeeded();
      expect(await page.locator('#provenance').textContent()).toContain('<script>alert(1)</script>');
      expect(await page.locator('img, iframe').count()).toBe(0);
      expect(requests).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });

  it('does not scroll sideways on a phone, though its tables do', async () => {
    await withPage(browser, dutch, phone, async ({ page }) => {
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect(wide).toBe(360);
      const box = page.locator('#downloads-by-month .box');
      const [inner = 0, outer = 0] = await box.evaluate((one) => [one.scrollWidth, one.clientWidth]);
      expect(inner).toBeGreaterThan(outer);
      expect(await page.locator('svg.narrow').first().isVisible()).toBe(true);
      expect(await page.locator('svg.wide').first().isVisible()).toBe(false);
    });
  });

  it('shows everything with scripts off', async () => {
    await withPage(browser, dutch, { ...desk, javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.locator('.percentage').allTextContents()).toEqual(['7,7 %', '12,6 %']);
      expect(await page.locator('svg.wide').count()).toBe(5);
      expect(await page.locator('#actions-by-municipality tbody tr').count()).toBe(41);
      expect(await page.locator('th button').count()).toBe(0);
    });
  });

  it('sorts a table by keyboard, numbers as numbers, and says how', async () => {
    await withPage(browser, dutch, desk, async ({ page }) => {
      const heading = page.locator('#actions-by-municipality thead th').nth(1);
      await heading.getByRole('button').focus();
      await page.keyboard.press('Enter');
      expect(await heading.getAttribute('aria-sort')).toBe('descending');
      expect((await columnOf(page, 'actions-by-municipality', 0)).slice(0, 3)).toEqual([
        'Utrecht',
        'Almere',
        'Amersfoort',
      ]);
      await page.keyboard.press('Space');
      expect(await heading.getAttribute('aria-sort')).toBe('ascending');
      const counts = (await columnOf(page, 'actions-by-municipality', 1)).map((text) =>
        Number.parseInt(text, 10),
      );
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      const name = page.locator('#actions-by-municipality thead th').first();
      await name.getByRole('button').press('Enter');
      expect(await name.getAttribute('aria-sort')).toBe('ascending');
      expect(await heading.getAttribute('aria-sort')).toBeNull();
      expect((await columnOf(page, 'actions-by-municipality', 0)).slice(0, 2)).toEqual([
        'Almere',
        'Amersfoort',
      ]);
    });
  });

  it('leaves what is not attributed and the total below the rows when it sorts', async () => {
    await withPage(browser, dutch, desk, async ({ page }) => {
      await page.locator('#actions-by-municipality thead button').first().press('Enter');
      await page.locator('#actions-by-municipality thead button').first().press('Enter');
      const names = await page.locator('#actions-by-municipality tbody th').allTextContents();
      expect(names.slice(-2)).toEqual(['Niet toegewezen', 'Midden-Nederland']);
    });
  });

  it('sorts months by the calendar and percentages by size', async () => {
    await withPage(browser, english, desk, async ({ page }) => {
      await page.locator('#actions-by-month thead button').first().press('Enter');
      expect((await columnOf(page, 'actions-by-month', 0)).slice(0, 3)).toEqual([
        'January',
        'February',
        'March',
      ]);
      await page.locator('#participants-by-municipality thead button').nth(3).press('Enter');
      const shares = (await columnOf(page, 'participants-by-municipality', 3)).map(Number.parseFloat);
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
    });
  });

  it.each([
    ['light on a desk', { ...desk, colorScheme: 'light' }],
    ['dark on a desk', { ...desk, colorScheme: 'dark' }],
    ['dark on a phone', { ...phone, colorScheme: 'dark' }],
  ] as const)('passes the checks of axe, contrast among them: %s', async (_, options) => {
    await withPage(browser, dutch, { ...options, bypassCSP: true }, async ({ page }) => {
      expect(await faults(page)).toEqual([]);
    });
  });

  it('changes its colours in the dark, those of the plots too', async () => {
    const coloursIn = (colorScheme: 'light' | 'dark') =>
      withPage(browser, dutch, { ...desk, colorScheme }, async ({ page }) => ({
        paper: await page.evaluate('getComputedStyle(document.body).backgroundColor'),
        bar: await page.evaluate(
          `getComputedStyle(document.querySelector('#actions-by-type [fill="var(--bar)"]')).fill`,
        ),
      }));
    const [light, dark] = [await coloursIn('light'), await coloursIn('dark')];
    expect(light.paper).not.toBe(dark.paper);
    expect(light.bar).not.toBe(dark.bar);
    expect([light.bar, dark.bar]).not.toContain('none');
  });

  it('has its headings in order, one of the first level', async () => {
    await withPage(browser, dutch, desk, async ({ page }) => {
      const levels = await page
        .locator('h1, h2, h3, h4')
        .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
      expect(levels[0]).toBe(1);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [at, level] of levels.entries())
        expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    });
  });

  it('takes its buttons away on paper, where a heading with one would not come back on the next sheet', async () => {
    await withPage(browser, dutch, desk, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      expect(await page.locator('th button').count()).toBe(0);
      expect(await page.locator('nav').isVisible()).toBe(false);
      await page.evaluate("dispatchEvent(new Event('afterprint'))");
      expect(await page.locator('#actions-by-type th button').count()).toBe(4);
      expect((await page.pdf()).byteLength).toBeGreaterThan(10_000);
    });
  });
});
