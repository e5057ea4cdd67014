import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { command } from '../adapters/cli/burgernet.js';
import { put } from '../adapters/cli/put.js';
import { log } from '../support/log.js';
import { start } from '../support/said.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

it('what docs/reference/telemetry.md says to listen with hears the spans of the command', async () => {
  const page = await readFile(join(root, 'docs', 'reference', 'telemetry.md'), 'utf8');
  const [, snippet] = /```js\n([\s\S]+?)```/.exec(page) ?? [];
  // It imports packages that are installed here, so here is where it must stand.
  const file = join(root, '.cache', `listen-${process.pid}.mjs`);
  await mkdir(join(root, '.cache'), { recursive: true });
  await writeFile(file, snippet ?? '');
  onTestFinished(() => rm(file));
  const cwd = await temporaryFolder();
  await put(cwd, log(start(1)));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', pathToFileURL(file).href, command, 'figure', 'actions', '--year', '2021'],
    { cwd },
  );
  expect(stdout).toContain("name: 'burgernet.replay'");
  expect(stdout).toContain("name: 'burgernet.project'");
});
