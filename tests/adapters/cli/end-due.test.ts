import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { log } from '../../support/log.js';
import { start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from './burgernet.js';
import { put } from './put.js';
import { running } from './running.js';

const store = async () => {
  const cwd = await temporaryFolder();
  await put(cwd, log(start(1), start(2)));
  return { cwd, ask: (...args: ReadonlyArray<string>) => burgernet({ cwd }, '--lang', 'en', ...args) };
};

describe('burgernet action end-due', () => {
  it('ends what is due, says what that moved, and then finds nothing more', async () => {
    const { ask } = await store();
    const planned = JSON.parse((await ask('action', 'end-due', '--dry-run', '--json')).stdout);
    expect(planned.due).toHaveLength(2);
    const { status, stdout } = await ask('action', 'end-due');
    expect(status).toBe(0);
    expect(stdout.match(/ended by rule at 2021-05-14 21:03/g)).toHaveLength(2);
    expect(stdout).toContain('Actions awaiting a verdict 2021: 0 → 2 of 2, 100.0 %');
    expect((await ask('action', 'end-due')).stdout).toContain('No open action has come to the end');
    expect(JSON.parse((await ask('action', 'end-due', '--json')).stdout)).toEqual({ ended: [], figures: [] });
  });

  it('ends with 1 where something due could not be ended, and does not say that nothing was', async () => {
    const cwd = await temporaryFolder();
    const [first, second] = log(start(1), start(2));
    await put(
      cwd,
      first && second ? [first, { ...second, stream: first.stream, revision: 1, type: 'Imagined' }] : [],
    );
    const { status, stdout, stderr } = await burgernet({ cwd }, '--lang', 'en', 'action', 'end-due');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^Stream .* is frozen: .*; use a release that can read it[.]\n$/);
  });

  it('looks time and again until it is interrupted', async () => {
    const { cwd } = await store();
    const looking = running(cwd, 'action', 'end-due', '--every', '1s', '--json');
    await looking.until(() => expect(looking.stdout()).toContain('\n'));
    await put(cwd, log(start(3)));
    await looking.until(() => expect(looking.stdout().trim().split('\n')).toHaveLength(2));
    expect(await looking.interrupt()).toBe(0);
  });

  it('says once what cannot be ended, and goes on when the store is away for a while', async () => {
    const cwd = await temporaryFolder();
    const [first, second] = log(start(1), start(2));
    await put(
      cwd,
      first && second ? [first, { ...second, stream: first.stream, revision: 1, type: 'Imagined' }] : [],
    );
    const looking = running(cwd, '--lang', 'en', 'action', 'end-due', '--every', '1s');
    await looking.until(() => expect(looking.stderr()).toContain('is frozen'));
    await rename(join(cwd, 'burgernet.db'), join(cwd, 'away.db'));
    await looking.until(() => expect(looking.stderr()).toContain('burgernet.db'));
    await rename(join(cwd, 'away.db'), join(cwd, 'burgernet.db'));
    await put(cwd, log(start(3)));
    await looking.until(() => expect(looking.stdout()).toContain('ended by rule'));
    expect(await looking.interrupt()).toBe(0);
    expect(looking.stderr().match(/There is no|no event store/gi)).toHaveLength(1);
  });

  it('acts as the system only, and takes a time it can wait', async () => {
    const { ask } = await store();
    expect((await ask('action', 'end-due', '--as', 'dispatcher:D')).status).toBe(1);
    expect((await ask('action', 'end-due', '--every', 'often')).status).toBe(2);
  });
});
