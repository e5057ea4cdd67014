import type Database from 'libsql';
import { Damage } from '../../sqlite/failure.js';
import { isTextBytes, readText } from '../../sqlite/text.js';
import { checkpointOf, checkpointRow, checkpointTable } from '../checkpoint.js';
import type { TableSession } from '../port.js';
import type { Cell, Column, Row, Table } from '../table.js';
import { filledTables } from '../tables.js';
import { createTable, isText, sqliteTypes } from './sqlite-form.js';

type Bound = string | number | null;

const boundOf = (cell: Cell, { kind }: Column): Bound => {
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  return kind === 'decimal' && cell !== null ? Number(cell) : cell;
};

/** A cell as it was put; texts were read as bytes, see `isTextBytes`. */
const cellOf = (found: unknown, { kind, isNullable }: Column): Cell => {
  if (found === null && isNullable) return null;
  if (isText(kind) && isTextBytes(found)) return found.toString('utf8');
  if (typeof found !== 'number') throw new Damage('a cell in it is not what it should be');
  if (kind === 'decimal') return found.toFixed(1);
  return kind === 'boolean' ? found === 1 : found;
};

const rowOf = (found: unknown, { columns }: Table): Row => {
  if (!Array.isArray(found)) throw new Damage('a row in it is not one');
  return columns.map((column, at) => cellOf(found[at], column));
};

const equals = (names: ReadonlyArray<string>): string => names.map((name) => `${name} = ?`).join(' AND ');

/** The tables in an SQLite file, inside a transaction that holds its lock. */
export const sqliteSession = (db: Database.Database): TableSession => {
  const rows = (table: Table): ReadonlyArray<Row> => {
    const names = table.columns.map(({ name, kind }) => (isText(kind) ? `CAST(${name} AS BLOB)` : name));
    const found = db.prepare(`SELECT ${names.join(', ')} FROM ${table.name}`).raw();
    return found.all().map((row) => rowOf(row, table));
  };

  const put = ({ name, columns, key }: Table, all: ReadonlyArray<Row>): void => {
    const names = columns.map((column) => column.name);
    const others = names.filter((each) => !key.includes(each)).map((each) => `${each} = excluded.${each}`);
    const statement = db.prepare<Bound[]>(
      `INSERT INTO ${name}(${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ON CONFLICT(${key.join(', ')}) DO UPDATE SET ${others.join(', ')}`,
    );
    for (const row of all) statement.run(...columns.map((column, at) => boundOf(row[at] ?? null, column)));
  };

  /** Whether a table is there with our columns; others may have added some. */
  const isMade = ({ name, columns }: Table): boolean => {
    const there = new Set(
      db
        .prepare<string[]>(
          `SELECT CAST(name || ' ' || type || ' ' || "notnull" AS BLOB) FROM pragma_table_info(?)`,
        )
        .raw()
        .all(name)
        .map(readText),
    );
    return columns.every((column) =>
      there.has(`${column.name} ${sqliteTypes[column.kind]} ${column.isNullable ? 0 : 1}`),
    );
  };

  return {
    checkpoint: async () => {
      const [row] = rows(checkpointTable);
      return row === undefined ? undefined : checkpointOf(row);
    },
    make: async () => {
      for (const { table } of filledTables) {
        if (isMade(table)) continue;
        db.exec(`DROP TABLE IF EXISTS ${table.name}`);
        db.exec(createTable(table));
      }
    },
    rows: async (table) => rows(table),
    remove: async ({ name, key }, keys) => {
      const statement = db.prepare<Bound[]>(`DELETE FROM ${name} WHERE ${equals(key)}`);
      for (const cells of keys)
        statement.run(...cells.map((cell) => (typeof cell === 'boolean' ? Number(cell) : cell)));
    },
    put: async (table, all) => put(table, all),
    setCheckpoint: async (checkpoint) => put(checkpointTable, [checkpointRow(checkpoint)]),
  };
};
