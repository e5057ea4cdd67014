import { join } from 'node:path';
import {
  allTables,
  type EventStore,
  openTables,
  type ProjectFailure,
  projectOnce,
  type Row,
  type TableStore,
  type TablesWritten,
} from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import Database from 'libsql';
import { onTestFinished } from 'vitest';
import { done } from '../../support/outcome.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** Municipalities of the tests have their code as name. */
export const names = { municipality: (code: string) => `Gemeente ${code}` };

/** Tables in an SQLite file of the test, and what others see in them. */
export const newTables = async () => {
  const file = join(await temporaryFolder(), 'tables.db');
  const open = async (): Promise<TableStore> => {
    const tables = await done(openTables({ kind: 'sqlite', file, shown: file }));
    onTestFinished(() => tables.close());
    return tables;
  };
  const ask = (sql: string): ReadonlyArray<unknown> => {
    const db = new Database(file);
    try {
      const statement = db.prepare(sql);
      if (statement.reader) return statement.all();
      statement.run();
      return [];
    } finally {
      db.close();
    }
  };
  return { open, ask, tables: await open() };
};

/** Brings tables up to date with a store, as `burgernet project --once` does. */
export const project = (
  store: EventStore,
  tables: TableStore,
  options: { readonly rebuild?: boolean } = {},
): TE.TaskEither<ProjectFailure, TablesWritten> =>
  projectOnce(store, { registry: domainRegistry(), tables, names, ...options });

/** Every row of every table, in one order. */
export const everyRow = (tables: TableStore): Promise<ReadonlyArray<string>> =>
  done(
    tables.transaction(async (session) => {
      const all: string[] = [];
      for (const table of allTables.filter(({ name }) => name !== 'checkpoint')) {
        const rows: ReadonlyArray<Row> = await session.rows(table);
        all.push(...rows.map((row) => `${table.name} ${JSON.stringify(row)}`).sort());
      }
      return all;
    }),
  );
