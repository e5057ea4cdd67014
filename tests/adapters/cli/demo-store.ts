import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { burgernet, type Ended } from './burgernet.js';

/** A folder in which the demo ran, for the tests of one file that only read; and how the demo ended. */
export const demoFolder = (): { readonly folder: string; readonly demo: Ended } => {
  let folder = '';
  let demo: Ended = { status: null, stdout: '', stderr: '' };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'burgernet-demo-'));
    demo = await burgernet({ cwd: folder }, 'demo');
  });
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  return {
    get folder() {
      return folder;
    },
    get demo() {
      return demo;
    },
  };
};
