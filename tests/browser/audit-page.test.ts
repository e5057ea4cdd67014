import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { burgernet } from '../adapters/cli/burgernet.js';
import { put } from '../adapters/cli/put.js';
import { log } from '../support/log.js';
import { marked, start } from '../support/said.js';
import { chromiumPath, startChromium, withPage } from './chromium.js';

interface Violations {
  readonly violations: ReadonlyArray<{ readonly id: string; readonly nodes: ReadonlyArray<unknown> }>;
}

/** What axe finds wrong with the page: rules with the number of places. */
const faults = async (page: Page): Promise<ReadonlyArray<string>> => {
  await page.evaluate(axe.source);
  const { violations }: Violations = await page.evaluate('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.length}`);
};

const desk = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 } };

describe.skipIf(chromiumPath === undefined)('the page of an internal audit in a browser', () => {
  let browser: Browser;
  let cwd = '';
  let page = '';
  beforeAll(async () => {
    browser = await startChromium();
    cwd = await mkdtemp(join(tmpdir(), 'burgernet-audit-'));
    await put(cwd, log(start(1), marked(1, '2022-02-01T09:00', { line: '112' })));
    const ask = (...args: ReadonlyArray<string>) => burgernet({ cwd }, '--lang', 'nl', ...args);
    await ask('audit', 'checkpoint');
    page = (await ask('audit', 'report', '--year', '2021', '--format', 'html')).stdout;
  });
  afterAll(async () => {
    await browser.close();
    await rm(cwd, { recursive: true, force: true, maxRetries: 10 });
  });

  it('asks nothing of the network, complains of nothing and does not scroll sideways on a phone', async () => {
    await withPage(browser, page, phone, async ({ page: open, requests, complaints }) => {
      await open.locator('#check').scrollIntoViewIfNeeded();
      expect(await open.evaluate('document.documentElement.scrollWidth')).toBe(360);
      expect(requests).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });

  it.each([
    ['light on a desk', { ...desk, colorScheme: 'light' }],
    ['dark on a phone', { ...phone, colorScheme: 'dark' }],
  ] as const)('passes the checks of axe, contrast among them: %s', async (_, options) => {
    await withPage(browser, page, { ...options, bypassCSP: true }, async ({ page: open }) => {
      expect(await faults(open)).toEqual([]);
    });
  });
});
