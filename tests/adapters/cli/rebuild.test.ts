import { join } from 'node:path';
import { memoryStore, readThrough } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { describe, expect, it } from 'vitest';
import { appendLog } from '../../support/append-log.js';
import { log } from '../../support/log.js';
import { done } from '../../support/outcome.js';
import { start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernets } from './burgernet.js';
import { put } from './put.js';

/** A folder with a store, beside which stands what was kept of another log. */
const withKeptOfAnother = async (): Promise<string> => {
  const cwd = await temporaryFolder();
  const other = memoryStore();
  await appendLog(other, log(start(7), start(8)));
  const kept = { registry: domainRegistry(), file: join(cwd, 'burgernet.models.db'), worthKeeping: 1 };
  (await done(readThrough(other, kept))).close();
  await put(cwd, log(start(1)));
  return cwd;
};

describe('--rebuild', () => {
  it.each([
    [['success', 'waiting']],
    [['success', 'register']],
    [['thanks']],
    [['board']],
    [['figure', 'actions']],
  ])('of %j takes the place of what was kept', async (line) => {
    const cwd = await withKeptOfAnother();
    const answered = await burgernets({ cwd }, [line, [...line, '--rebuild'], line]);
    const isTold = answered.map(({ stderr }) => stderr.includes('of another log'));
    expect(answered.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(isTold).toEqual([true, false, false]);
  });
});
