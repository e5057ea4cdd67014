import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqliteVault } from '@burgernet/adapters';
import { Instant, yearsLater } from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import { describe, expect, it } from 'vitest';
import { burgernet } from '../adapters/cli/burgernet.js';
import { done } from '../support/outcome.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { aText } from '../support/vaulted.js';

const page = readFileSync(fileURLToPath(new URL('../../docs/reference/vault.md', import.meta.url)), 'utf8');
const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(page) ?? [];
const lines = block.trim().split('\n');

describe('docs/reference/vault.md', () => {
  it('names commands that do what they say, one after the other', async () => {
    expect(lines.length).toBeGreaterThan(3);
    const cwd = await temporaryFolder();
    const vault = await done(openSqliteVault(join(cwd, 'burgernet.vault.db'), { mode: 'write' }));
    const keptSince = yearsLater(valid(Instant, new Date().toISOString()), -1);
    const reference = '8d0f2c1e-7d55-4f0b-8a39-6f5d2f6f5b10';
    await done(vault.keep(aText('seen near the bridge', { reference, keptSince })));
    await vault.close();
    const said: string[] = [];
    // What goes on by the clock is tried where it is tested that it can be interrupted.
    for (const line of lines.filter((one) => !one.includes('--every'))) {
      const [name, ...args] = line.split(' ');
      expect(name).toBe('burgernet');
      const { status, stdout, stderr } = await burgernet({ cwd }, '--lang', 'en', ...args);
      expect([line, stderr, status]).toEqual([line, stderr, 0]);
      said.push(stdout);
    }
    expect(said).toEqual([
      'seen near the bridge\n',
      expect.stringContaining(`Forgotten: what stood under ${reference}.`),
      expect.stringMatching(/police.* investigation {2}response 8d0f2c1e/),
      expect.stringContaining('Nothing in the vault has been kept longer than it may.'),
    ]);
  });
});
