import { randomUUID } from 'node:crypto';
import { copyFile, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqliteVault } from '@burgernet/adapters';
import { describe, expect, it } from 'vitest';
import { filesHolding } from '../../support/bytes-of.js';
import { done, refused } from '../../support/outcome.js';
import { runProgram } from '../../support/run-program.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { aText, evening, textIn } from '../../support/vaulted.js';
import { burgernet } from '../cli/burgernet.js';
import { makePlainVault } from './plain-vault.js';

const dieAt = new URL('../../support/die-at.mjs', import.meta.url);
const texts = Array.from({ length: 60 }, (_, n) => ({
  reference: randomUUID(),
  subject: ['reason', 'evidence', 'message', 'response'][n % 4] ?? '',
  text: `Plain text ${n} ${'about somebody '.repeat(n * 20)}`,
}));
const sam = { role: 'dispatcher', name: 'Sam Surname', reference: randomUUID() };
const readable = ['Plain text', 'about somebody', 'Surname'];

/** A plain vault with those texts, in a folder of its own. */
const plainVault = async (): Promise<string> => {
  const file = join(await temporaryFolder(), 'burgernet.vault.db');
  makePlainVault(file, texts, [sam]);
  expect(await filesHolding(dirname(file), ...readable)).not.toEqual([]);
  return file;
};

const now = () => evening;

/** That all of a plain vault is in the vault and none of it to be read in a file. */
const expectMoved = async (file: string): Promise<void> => {
  const vault = await done(openSqliteVault(file, { mode: 'write', now }));
  expect(await filesHolding(dirname(file), ...readable)).toEqual([]);
  for (const { reference, text } of texts) expect(await textIn(vault, reference)).toBe(text);
  expect(await textIn(vault, sam.reference)).toBe(sam.name);
  const known = await done(vault.actor(sam.role, sam.name, evening, () => 'another'));
  expect(known).toBe(sam.reference);
  await vault.close();
  expect(await filesHolding(dirname(file), ...readable)).toEqual([]);
};

describe('a vault that was plain', () => {
  it.each(['write', 'read'] as const)('is encrypted and wiped when it is opened to %s', async (mode) => {
    const file = await plainVault();
    const vault = await done(openSqliteVault(file, { mode, now }));
    expect(await filesHolding(dirname(file), ...readable)).toEqual([]);
    const kept = await done(vault.kept);
    expect(kept).toHaveLength(61);
    expect(kept.find(({ reference }) => reference === texts[2]?.reference)).toEqual({
      reference: texts[2]?.reference,
      kind: 'message',
      place: { eventId: null, stream: null, field: 'message' },
      keptSince: evening,
    });
    await vault.close();
    await expectMoved(file);
  });

  it('is moved by one of several processes that open it at once, and used by all', async () => {
    const file = await plainVault();
    const racer = fileURLToPath(new URL('name-actors.mjs', import.meta.url));
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => runProgram(racer, [file, '5'])));
    for (const other of others) expect(other).toEqual(first);
    await expectMoved(file);
  });

  it.each([
    ['before it is moved', 'COMMIT'],
    ['before it is wiped', 'VACUUM'],
  ])('is moved after all where a process dies %s', async (_, statement) => {
    const file = await plainVault();
    const env = { NODE_OPTIONS: `--import ${dieAt.href}`, DIE_AT: statement };
    const ended = await burgernet({ cwd: dirname(file), env }, 'vault', 'access');
    expect(ended).toEqual({ status: null, stdout: '', stderr: '' });
    await expectMoved(file);
  });

  it('is left as it is where it is damaged', async () => {
    const file = join(await temporaryFolder(), 'burgernet.vault.db');
    makePlainVault(file, [{ reference: randomUUID(), subject: 'gossip', text: 'a text' }], []);
    const before = await readFile(file);
    expect(await refused(openSqliteVault(file, { mode: 'write' }))).toMatchObject({ tag: 'StoreUnusable' });
    expect(await readFile(file)).toEqual(before);
  });
});

describe('the key of a vault', () => {
  it('is made with the vault, and each vault has another', async () => {
    const folders = [await temporaryFolder(), await temporaryFolder()];
    const keys: string[] = [];
    for (const folder of folders) {
      await (await done(openSqliteVault(join(folder, 'burgernet.vault.db'), { mode: 'write' }))).close();
      expect(await readdir(folder)).toContain('burgernet.vault.key');
      keys.push(await readFile(join(folder, 'burgernet.vault.key'), 'utf8'));
    }
    expect(keys[0]).toMatch(/^BURGERNET\+VAULT\+KEY\+1\+[A-Za-z0-9+/]{43}=\n$/);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('is needed: without it, or with another, the vault does not open and no new one is made', async () => {
    const [here, there] = [await temporaryFolder(), await temporaryFolder()];
    const file = join(here, 'burgernet.vault.db');
    const vault = await done(openSqliteVault(file, { mode: 'write' }));
    await done(vault.keep(aText('a text')));
    await vault.close();
    const alone = join(there, 'burgernet.vault.db');
    await copyFile(file, alone);
    for (const mode of ['read', 'write'] as const)
      expect(await refused(openSqliteVault(alone, { mode }))).toMatchObject({ tag: 'StoreUnusable' });
    expect(await readdir(there)).toEqual(['burgernet.vault.db']);
    const other = await temporaryFolder();
    await (await done(openSqliteVault(join(other, 'burgernet.vault.db'), { mode: 'write' }))).close();
    await copyFile(join(other, 'burgernet.vault.key'), join(there, 'burgernet.vault.key'));
    expect(await refused(openSqliteVault(alone, { mode: 'write' }))).toMatchObject({
      tag: 'StoreUnusable',
      text: { en: expect.stringContaining('is not that of') },
    });
  });

  it('does not stand in the vault, whose file alone says nothing of what it keeps', async () => {
    const folder = await temporaryFolder();
    const vault = await done(openSqliteVault(join(folder, 'burgernet.vault.db'), { mode: 'write' }));
    await done(vault.keep(aText('seen near the bridge')));
    await done(vault.actor('dispatcher', 'Sam Surname', evening, randomUUID));
    const key = (await readFile(join(folder, 'burgernet.vault.key'), 'utf8')).trim().split('+1+')[1] ?? '';
    expect(await filesHolding(folder, 'near the bridge', 'Surname', Buffer.from(key, 'base64'))).toEqual([]);
    expect(await filesHolding(folder, key)).toEqual([join(folder, 'burgernet.vault.key')]);
    await vault.close();
  });
});
