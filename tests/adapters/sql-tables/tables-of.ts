import { join } from 'node:path';
import {
  allTables,
  type EventStore,
  memoryStore,
  openTables,
  type ProjectFailure,
  projectOnce,
  type Row,
  type TableStore,
  type TablesWritten,
} from '@burgernet/adapters';
import { domainRegistry, type StoredEvent } from '@burgernet/domain';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import Database from 'libsql';
import { onTestFinished } from 'vitest';
import { appendLog } from '../../support/append-log.js';
import { log, utc } from '../../support/log.js';
import { done } from '../../support/outcome.js';
import { inhabitants, marked, participants, response, start } from '../../support/said.js';
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

/** A store of these events. */
export const storeOf = async (events: ReadonlyArray<StoredEvent>): Promise<EventStore> => {
  const store = memoryStore();
  onTestFinished(() => store.close());
  await appendLog(store, events);
  return store;
};

/** An action with responses, one that is over with a late success, and counts of a municipality. */
export const events = log(
  start(1),
  start(2),
  response(1, 21, '112', 'phone'),
  response(1, 22, 'app', 'app'),
  response(1, 23, '112', 'phone'),
  {
    of: 2,
    at: '2021-05-14T19:03',
    event: {
      type: 'ActionEnded',
      data: { endedAt: utc('2021-05-14T19:03'), reason: { code: 'run-time-over' } },
    },
  },
  marked(2, '2021-05-15T09:12', {
    line: '112',
    foundAt: { moment: utc('2021-05-15T05:40'), precision: 'hour' },
  }),
  inhabitants('GM0034', '2020-01-01', 200_000),
  participants('GM0034', '2021-12-31', 20_001),
);
