import { both } from '@burgernet/domain';
import type { Format } from '../../sqlite/format.js';
import { checkpointTable } from '../checkpoint.js';
import type { Kind, Table } from '../table.js';

/** How SQLite keeps each kind: moments and days as texts of a fixed form, which compare as times do. */
export const sqliteTypes: Readonly<Record<Kind, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  decimal: 'REAL',
  boolean: 'INTEGER',
  moment: 'TEXT',
  date: 'TEXT',
};

/** Whether SQLite keeps the kind as text. */
export const isText = (kind: Kind): boolean => sqliteTypes[kind] === 'TEXT';

/** The statement that makes a table. */
export const createTable = ({ name, columns, key }: Table): string => {
  const lines = columns.map(
    (column) => `  ${column.name} ${sqliteTypes[column.kind]}${column.isNullable ? '' : ' NOT NULL'}`,
  );
  return `CREATE TABLE ${name}(\n${lines.join(',\n')},\n  PRIMARY KEY(${key.join(', ')})\n) STRICT`;
};

/**
 * The file of the tables, format 1. Its schema is that of the checkpoint alone: the others are made with their
 * rows in one transaction, so that nobody ever finds them empty, also where a release has other columns.
 */
export const tablesFormat: Format = {
  what: both('tables of read models', 'bestand met tabellen van leesmodellen'),
  applicationId: 0x424e_7462,
  version: 1,
  schema: [createTable(checkpointTable)],
  secret: false,
  fill: () => undefined,
};
