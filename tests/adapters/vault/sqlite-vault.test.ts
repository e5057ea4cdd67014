import { randomUUID } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqlite, openSqliteVault, vaultFileOf } from '@burgernet/adapters';
import { describe, expect, it } from 'vitest';
import { vaultContract } from '../../contracts/vault.js';
import { done, refused } from '../../support/outcome.js';
import { runProgram } from '../../support/run-program.js';
import { changeFile } from '../../support/store-bytes.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { aText, evening, textIn } from '../../support/vaulted.js';

const racer = fileURLToPath(new URL('name-actors.mjs', import.meta.url));
const newFile = async (): Promise<string> => join(await temporaryFolder(), 'burgernet.vault.db');
const write = { mode: 'write' } as const;
const read = { mode: 'read' } as const;

vaultContract('SQLite vault', async () => done(openSqliteVault(await newFile(), write)));

describe('the file of a vault', () => {
  it('stands beside the file of its store', () => {
    expect(vaultFileOf('burgernet.db')).toBe('burgernet.vault.db');
    expect(vaultFileOf(join('a.b', 'store.sqlite'))).toBe(join('a.b', 'store.vault.sqlite'));
    expect(vaultFileOf(join('a.b', 'store'))).toBe(join('a.b', 'store.vault.db'));
  });

  it.skipIf(process.platform === 'win32')(
    'and those beside it are for the eyes of its owner only',
    async () => {
      const file = await newFile();
      const vault = await done(openSqliteVault(file, write));
      await done(vault.keep(aText('a text')));
      const folder = join(file, '..');
      const names = await readdir(folder);
      expect(names).toContain('burgernet.vault.db');
      for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
      await vault.close();
    },
  );

  it('keeps texts and names over a restart', async () => {
    const file = await newFile();
    const before = await done(openSqliteVault(file, write));
    const kept = aText('a text');
    await done(before.keep(kept));
    const actor = await done(before.actor('dispatcher', 'Sam', evening, randomUUID));
    await before.close();
    const after = await done(openSqliteVault(file, write));
    expect(await textIn(after, kept.reference)).toBe('a text');
    expect(await done(after.actor('dispatcher', 'Sam', evening, randomUUID))).toBe(actor);
    await after.close();
  });

  it('takes nothing new when it was opened for reading', async () => {
    const file = await newFile();
    await (await done(openSqliteVault(file, write))).close();
    const vault = await done(openSqliteVault(file, read));
    expect(await refused(vault.keep(aText('a text')))).toMatchObject({ tag: 'VaultError' });
    expect(await refused(vault.actor('dispatcher', 'Sam', evening, randomUUID))).toMatchObject({
      tag: 'VaultError',
    });
    await vault.close();
  });

  it('is not made by a reader', async () => {
    const file = await newFile();
    expect(await refused(openSqliteVault(file, read))).toMatchObject({ tag: 'StoreAbsent' });
    expect(await readdir(join(file, '..'))).toEqual([]);
  });

  it('gives processes that race one reference for one who acts', async () => {
    const file = await newFile();
    const racers = await Promise.all([1, 2, 3].map(() => runProgram(racer, [file, '50'])));
    const [first, ...others] = racers.map(({ lines }) => lines);
    expect(first).toHaveLength(50);
    expect(new Set(first).size).toBe(50);
    for (const other of others) expect(other).toEqual(first);
  });

  it('is not mistaken for a store, nor a store for a vault, and neither is touched', async () => {
    const file = await newFile();
    await (await done(openSqliteVault(file, write))).close();
    const store = join(file, '..', 'burgernet.db');
    await (await done(openSqlite(store, write))).close();
    for (const closed of [file, store]) changeFile(closed, '');
    const before = await Promise.all([readFile(file), readFile(store)]);
    for (const mode of [read, write]) {
      expect(await refused(openSqlite(file, mode))).toMatchObject({ tag: 'StoreUnusable' });
      expect(await refused(openSqliteVault(store, mode))).toMatchObject({ tag: 'StoreUnusable' });
    }
    expect(await Promise.all([readFile(file), readFile(store)])).toEqual(before);
  });

  it('is refused and left as it is where it is something else', async () => {
    const file = await newFile();
    await writeFile(file, 'a letter to the mayor');
    expect(await refused(openSqliteVault(file, write))).toMatchObject({ tag: 'StoreUnusable' });
    expect(await readFile(file, 'utf8')).toBe('a letter to the mayor');
  });
});
