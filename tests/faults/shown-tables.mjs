import { setTimeout } from 'node:timers/promises';
import { allTables } from '@burgernet/adapters';
import Database from 'libsql';
import pg from 'pg';

const tables = allTables.filter(({ name }) => name !== 'checkpoint');

/** What each kind of column is in JSON, whatever its database gives for it. */
const asJson = {
  text: (cell) => cell,
  integer: Number,
  decimal: (cell) => Number(cell).toFixed(1),
  boolean: (cell) => cell === true || cell === 1,
  moment: (cell) => new Date(cell).toISOString(),
  date: (cell) => cell,
};

const rowsAsJson = ({ columns }, rows) =>
  rows.map((row) =>
    Object.fromEntries(
      columns.map(({ name, kind }) => [name, row[name] === null ? null : asJson[kind](row[name])]),
    ),
  );

/**
 * Reads all tables in one transaction, as a report would, with nothing of ours.
 *
 * @param {(sql: string) => Promise<ReadonlyArray<any>>} ask
 * @param {(table: string) => string} nameOf
 */
const shown = async (ask, nameOf) => {
  const [checkpoint] = await ask(`SELECT position, made_by FROM ${nameOf('checkpoint')}`);
  const rows = {};
  for (const table of tables)
    rows[table.name] = rowsAsJson(table, await ask(`SELECT * FROM ${nameOf(table.name)}`));
  return { position: Number(checkpoint.position), madeBy: checkpoint.made_by, rows };
};

/** Waits until what is asked time and again is another than it was. */
const untilAnother = async (ask, limit) => {
  const first = await ask();
  for (const since = performance.now(); performance.now() - since < limit; await setTimeout(1))
    if ((await ask()) !== first) return;
};

/**
 * A place for tables, asked by its database's own client.
 *
 * @typedef {object} Asked
 * @property {string} url for `burgernet project --to`
 * @property {() => Promise<{ position: number, madeBy: string, rows: Record<string, any[]> } | undefined>}
 *   look reads all of one state; `undefined` where nothing was written yet
 * @property {(limit: number) => Promise<void>} committed waits until somebody has committed something, so many
 *   milliseconds at most
 * @property {(sql: (nameOf: (table: string) => string) => string) => Promise<void>} change
 */

/** @param {string} file @returns {Asked} */
export const sqliteAsked = (file) => {
  const using = async (work) => {
    const db = new Database(file, { timeout: 20_000 });
    try {
      return await work(db);
    } finally {
      db.close();
    }
  };
  return {
    url: `sqlite:${file}`,
    look: () =>
      using(async (db) => {
        db.exec('BEGIN');
        const ask = async (sql) => db.prepare(sql).all();
        const made = await ask("SELECT name FROM sqlite_schema WHERE name = 'figures'");
        const state = made.length === 0 ? undefined : await shown(ask, (table) => table);
        db.exec('COMMIT');
        return state;
      }),
    committed: (limit) =>
      using((db) => untilAnother(async () => db.pragma('data_version', { simple: true }), limit)),
    change: (sql) => using(async (db) => db.exec(sql((table) => table))),
  };
};

/** @param {string} url @param {string} schema @returns {Asked} */
export const postgresAsked = (url, schema) => {
  const using = async (work) => {
    const client = new pg.Client({
      connectionString: url,
      types: { getTypeParser: (oid) => (oid === 1082 ? (text) => text : pg.types.getTypeParser(oid)) },
    });
    await client.connect();
    try {
      return await work(async (sql) => (await client.query(sql)).rows);
    } finally {
      await client.end();
    }
  };
  const nameOf = (table) => `${schema}.${table}`;
  return {
    url: `${url}${url.includes('?') ? '&' : '?'}schema=${schema}`,
    look: () =>
      using(async (ask) => {
        await ask('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
        const [{ made }] = await ask(`SELECT to_regclass('${nameOf('figures')}') AS made`);
        const state = made === null ? undefined : await shown(ask, nameOf);
        await ask('COMMIT');
        return state;
      }),
    committed: (limit) =>
      using((ask) =>
        untilAnother(async () => {
          const [{ next }] = await ask('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next');
          return next;
        }, limit),
      ),
    change: (sql) => using((ask) => ask(sql(nameOf))),
  };
};
