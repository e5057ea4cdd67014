import type { Cell, Column, Kind, Table } from '../table.js';

/** How PostgreSQL keeps each kind. */
export const postgresTypes: Readonly<Record<Kind, string>> = {
  text: 'text',
  integer: 'bigint',
  decimal: 'numeric',
  boolean: 'boolean',
  moment: 'timestamp with time zone',
  date: 'date',
};

/** A text as a literal of SQL, for statements that take no parameters. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The name of a table with its schema: both are ours or were looked at, and need no quotes. */
export const inSchema = (schema: string, { name }: Table): string => `${schema}.${name}`;

/** The statements that make a table, with what it and its columns mean for whoever looks at it there. */
export const createTable = (schema: string, table: Table): ReadonlyArray<string> => {
  const { columns, key, says } = table;
  const name = inSchema(schema, table);
  const lines = columns.map(
    (column) => `  ${column.name} ${postgresTypes[column.kind]}${column.isNullable ? '' : ' NOT NULL'}`,
  );
  return [
    `CREATE TABLE ${name} (\n${lines.join(',\n')},\n  PRIMARY KEY (${key.join(', ')})\n)`,
    `COMMENT ON TABLE ${name} IS ${literal(says)}`,
    ...columns.map((column) => `COMMENT ON COLUMN ${name}.${column.name} IS ${literal(column.says)}`),
  ];
};

/** A column as text in one form, whatever the settings of the server are. */
const asText = ({ name, kind }: Column): string => {
  switch (kind) {
    case 'moment':
      return `to_char(${name} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z" BC')`;
    case 'date':
      return `to_char(${name}, 'YYYY-MM-DD BC')`;
    default:
      return `${name}::text`;
  }
};

const isOfTime = (kind: Kind): boolean => kind === 'moment' || kind === 'date';

/** A cell as a parameter. PostgreSQL has no year 0: it is the year 1 before the era. */
export const parameterOf = (cell: Cell, { kind }: Column): Cell =>
  isOfTime(kind) && typeof cell === 'string' && cell.startsWith('0000') ? `0001${cell.slice(4)} BC` : cell;

/** A cell out of the text that {@link selectAll} asks for. */
export const cellOf = (text: string | null, { kind }: Column): Cell => {
  if (text === null) return null;
  if (isOfTime(kind)) return text.endsWith(' BC') ? `0000${text.slice(4, -3)}` : text.slice(0, -3);
  if (kind === 'integer') return Number(text);
  return kind === 'boolean' ? text === 'true' : text;
};

/** The query for all rows of a table, every cell as text. */
export const selectAll = (schema: string, table: Table): string =>
  `SELECT ${table.columns.map((column, at) => `${asText(column)} AS c${at}`).join(', ')} FROM ${inSchema(schema, table)}`;

/** One array a column as parameters: so many rows go in one statement. */
const unnest = (columns: ReadonlyArray<Column>): string =>
  `unnest(${columns.map(({ kind }, at) => `$${at + 1}::${postgresTypes[kind]}[]`).join(', ')})`;

/** The statement that adds rows, or replaces those of the same key; its parameters are the columns. */
export const upsert = (schema: string, table: Table): string => {
  const { columns, key } = table;
  const names = columns.map(({ name }) => name);
  const others = names.filter((name) => !key.includes(name)).map((name) => `${name} = excluded.${name}`);
  return `INSERT INTO ${inSchema(schema, table)} (${names.join(', ')}) SELECT * FROM ${unnest(columns)} ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${others.join(', ')}`;
};

/** The columns of the key, in its order. */
export const keyColumns = ({ columns, key }: Table): ReadonlyArray<Column> =>
  key.flatMap((name) => columns.filter((column) => column.name === name));

/** The statement that takes rows away; its parameters are the columns of the key. */
export const removal = (schema: string, table: Table): string => {
  const same = table.key.map((name) => `t.${name} = gone.${name}`).join(' AND ');
  return `DELETE FROM ${inSchema(schema, table)} AS t USING ${unnest(keyColumns(table))} AS gone(${table.key.join(', ')}) WHERE ${same}`;
};
