import { both } from '@burgernet/domain';
import type { StoreUnusable } from '../../event-store/port.js';
import { checkpointOf, checkpointRow, checkpointTable } from '../checkpoint.js';
import type { TableSession } from '../port.js';
import type { Column, Row, Table } from '../table.js';
import { allTables } from '../tables.js';
import {
  cellOf,
  createTable,
  inSchema,
  keyColumns,
  parameterOf,
  postgresTypes,
  removal,
  selectAll,
  upsert,
} from './postgres-form.js';

/** Runs one statement and gives its rows, every cell a text or null. */
export type Ask = (
  sql: string,
  parameters?: ReadonlyArray<unknown>,
) => Promise<ReadonlyArray<ReadonlyArray<string | null>>>;

/** How many rows go in one statement. */
const atOnce = 2_000;

const ofOthers = (schema: string, table: string): StoreUnusable => ({
  tag: 'StoreUnusable',
  text: both(
    `The schema ${schema} has a table ${table} that is not ours; name another schema with ?schema=NAME. It was left as it is.`,
    `Het schema ${schema} heeft een tabel ${table} die niet van ons is; noem een ander schema met ?schema=NAAM. Het bleef zoals het is.`,
  ),
});

/** What there is in a schema: by relation, its columns with type and whether they can be null. */
const relationsIn = async (ask: Ask, schema: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const found = await ask(
    `SELECT c.relname, a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
     FROM pg_catalog.pg_class c
     JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`,
    [schema],
  );
  const relations = new Map<string, Set<string>>();
  for (const [relation, column] of found)
    relations.set(relation ?? '', (relations.get(relation ?? '') ?? new Set()).add(column ?? ''));
  return relations;
};

const isMade = (columns: ReadonlySet<string> | undefined, table: Table): boolean =>
  table.columns.every(({ name, kind, isNullable }) =>
    columns?.has(`${name} ${postgresTypes[kind]} ${!isNullable}`),
  );

/** The tables in a schema, inside a transaction that holds its lock. */
export const postgresSession = (ask: Ask, schema: string): TableSession => {
  const rows = async (table: Table): Promise<ReadonlyArray<Row>> =>
    (await ask(selectAll(schema, table))).map((row) =>
      table.columns.map((column, at) => cellOf(row[at] ?? null, column)),
    );

  /** Runs a statement whose parameters are columns. */
  const byColumns = async (
    sql: string,
    columns: ReadonlyArray<Column>,
    all: ReadonlyArray<Row>,
  ): Promise<void> => {
    for (let from = 0; from < all.length; from += atOnce) {
      const some = all.slice(from, from + atOnce);
      await ask(
        sql,
        columns.map((column, at) => some.map((row) => parameterOf(row[at] ?? null, column))),
      );
    }
  };
  const put = (table: Table, all: ReadonlyArray<Row>) => byColumns(upsert(schema, table), table.columns, all);

  /** Whether the checkpoint stands there; it is ours where it has our columns. */
  const isOurs = (relations: ReadonlyMap<string, ReadonlySet<string>>): boolean => {
    const columns = relations.get(checkpointTable.name);
    if (columns !== undefined && !isMade(columns, checkpointTable))
      throw ofOthers(schema, checkpointTable.name);
    return columns !== undefined;
  };

  return {
    checkpoint: async () => {
      if (!isOurs(await relationsIn(ask, schema))) return undefined;
      const [row] = await rows(checkpointTable);
      return row === undefined ? undefined : checkpointOf(row);
    },
    make: async () => {
      const relations = await relationsIn(ask, schema);
      const taken = allTables.find(({ name }) => relations.has(name));
      if (taken !== undefined && !isOurs(relations)) throw ofOthers(schema, taken.name);
      const [there] = await ask('SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1', [schema]);
      if (there === undefined) await ask(`CREATE SCHEMA ${schema}`);
      for (const table of allTables) {
        if (isMade(relations.get(table.name), table)) continue;
        await ask(`DROP TABLE IF EXISTS ${inSchema(schema, table)}`);
        for (const statement of createTable(schema, table)) await ask(statement);
      }
    },
    rows,
    remove: (table, keys) => byColumns(removal(schema, table), keyColumns(table), keys),
    put,
    setCheckpoint: (checkpoint) => put(checkpointTable, [checkpointRow(checkpoint)]),
  };
};
