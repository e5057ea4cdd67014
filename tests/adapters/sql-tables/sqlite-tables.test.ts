import { join } from 'node:path';
import { openTables } from '@burgernet/adapters';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { tableStoreContract } from '../../contracts/table-store.js';
import { done, refused } from '../../support/outcome.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

tableStoreContract('An SQLite file', async () => {
  const file = join(await temporaryFolder(), 'tables.db');
  return {
    open: () => done(openTables({ kind: 'sqlite', file, shown: file })),
    name: (table) => table,
    ask: async (sql) => {
      const db = new Database(file);
      try {
        const statement = db.prepare(sql);
        if (statement.reader) return statement.all();
        statement.run();
        return [];
      } finally {
        db.close();
      }
    },
  };
});

describe('an SQLite file for tables', () => {
  it('is not a file that is something else, which is left as it is', async () => {
    const file = join(await temporaryFolder(), 'other.db');
    const db = new Database(file);
    db.exec('CREATE TABLE figures(mine)');
    db.close();
    expect(await refused(openTables({ kind: 'sqlite', file, shown: file }))).toMatchObject({
      tag: 'StoreUnusable',
      text: { en: expect.stringContaining('another database') },
    });
  });
});
