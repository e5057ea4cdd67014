import { join } from 'node:path';
import { openSqliteVault } from '@burgernet/adapters';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { filesHolding } from '../../support/bytes-of.js';
import { done, refused } from '../../support/outcome.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { aText, forgetting, textIn } from '../../support/vaulted.js';

const write = { mode: 'write' } as const;

/** Keys and ciphertexts as the file has them, by reference. */
const bytesIn = (file: string): ReadonlyMap<string, ReadonlyArray<Buffer>> => {
  const db = new Database(file, { readonly: true });
  const rows = db
    .prepare('SELECT reference, wrapped, sealed FROM sealed JOIN keys USING (key_id)')
    .raw()
    .all();
  db.close();
  return new Map(
    rows.map((row) => {
      const [reference, ...bytes]: unknown[] = Array.isArray(row) ? row : [];
      return [String(reference), bytes.filter((one) => Buffer.isBuffer(one))];
    }),
  );
};

/** A vault that has lived: many texts, short and long, kept one by one. */
const vaultWithTexts = async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'burgernet.vault.db');
  const vault = await done(openSqliteVault(file, write));
  const texts = Array.from({ length: 400 }, (_, n) => aText(`Text ${n} ${'x'.repeat((n * 37) % 6_000)}`));
  for (const text of texts) await done(vault.keep(text));
  return { folder, file, vault, texts, bytes: bytesIn(file) };
};

describe('what a vault forgot', () => {
  it('leaves neither key nor ciphertext in any of its files, open or closed', async () => {
    const { folder, vault, texts, bytes } = await vaultWithTexts();
    const going = texts.filter((_, n) => n % 3 !== 0);
    for (const some of [going.slice(0, 1), going.slice(1, 120), going.slice(120)]) {
      await done(vault.forget(some.map(({ reference }) => forgetting(reference))));
      const gone = some.flatMap(({ reference }) => bytes.get(reference) ?? []);
      expect(gone).toHaveLength(some.length * 2);
      // The beginning of a ciphertext is enough: of a long one the rest stands on other pages.
      const pieces = gone.flatMap((one) => [one.subarray(0, 24), one.subarray(-24)]);
      expect(await filesHolding(folder, ...pieces)).toEqual([]);
    }
    for (const text of texts)
      expect(await textIn(vault, text.reference)).toBe(going.includes(text) ? undefined : text.text);
    await vault.close();
  });

  it('is wiped at the next opening where a reader was in the way, and it says so', async () => {
    const { folder, file, vault, texts, bytes } = await vaultWithTexts();
    const gone = texts.slice(0, 50);
    const pieces = gone
      .flatMap(({ reference }) => bytes.get(reference) ?? [])
      .map((one) => one.subarray(0, 24));
    const reader = new Database(file);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM sealed').get();
    expect(await refused(vault.forget(gone.map(({ reference }) => forgetting(reference))))).toMatchObject({
      tag: 'VaultError',
      text: { en: expect.stringContaining('do the same again') },
    });
    for (const { reference } of gone) expect(await textIn(vault, reference)).toBeUndefined();
    expect(await filesHolding(folder, ...pieces)).not.toEqual([]);
    await vault.close();
    reader.exec('COMMIT');
    reader.close();
    const again = await done(openSqliteVault(file, write));
    expect(await filesHolding(folder, ...pieces)).toEqual([]);
    await again.close();
  }, 30_000);
});
