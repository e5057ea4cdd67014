import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where this machine has a Chromium; `BURGERNET_CHROMIUM` names another. `undefined`: nowhere. */
export const chromiumPath: string | undefined = [process.env['BURGERNET_CHROMIUM'] ?? [], places]
  .flat()
  .find((path) => existsSync(path));

if (chromiumPath === undefined)
  process.stderr.write(
    'Browser tests are skipped: no Chromium here. Install one, or name it with BURGERNET_CHROMIUM.\n',
  );

/** Starts it so that it asks nothing of the network by itself. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** A page in a file of its own, as somebody opens it; what it asked for and complained of is kept. */
export interface OpenPage {
  readonly page: Page;
  readonly requests: ReadonlyArray<string>;
  readonly complaints: ReadonlyArray<string>;
}

/**
 * Opens a page from a file, hands it over, and takes everything away again.
 *
 * @param markup the page
 * @param options of the browser: size, colours, scripts
 */
export const withPage = async <A>(
  browser: Browser,
  markup: string,
  options: BrowserContextOptions,
  use: (open: OpenPage) => Promise<A>,
): Promise<A> => {
  const folder = await mkdtemp(join(tmpdir(), 'burgernet-page-'));
  const context = await browser.newContext(options);
  try {
    const file = join(folder, 'report.html');
    await writeFile(file, markup);
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const address = pathToFileURL(file).href;
    await page.goto(address);
    return await use({
      page,
      get requests() {
        return requests.filter((url) => url !== address);
      },
      complaints,
    });
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
};
