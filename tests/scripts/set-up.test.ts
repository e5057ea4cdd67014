import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const setUpScript = new URL('../../scripts/set-up.mjs', import.meta.url).href;

/** Asks the set-up whether a Node of that version will do, in a process of its own, which it may end. */
const setUpWith = (version: string) => {
  const program = `
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });
    const { refuseOldNode } = await import('${setUpScript}');
    refuseOldNode();
  `;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  return { status, stderr };
};

describe('the set-up', () => {
  it.each(['18.20.4', '20.0.0', '20.11.1', '20.9.1'])('refuses Node %s in one sentence', (version) => {
    expect(setUpWith(version)).toEqual({
      status: 1,
      stderr: `Burgernet needs Node 20.12 or later and this is ${version}; install a later one.\n`,
    });
  });

  it.each(['20.12.0', '20.20.2', '22.0.0', '100.1.0'])('takes Node %s', (version) => {
    expect(setUpWith(version)).toEqual({ status: 0, stderr: '' });
  });
});
