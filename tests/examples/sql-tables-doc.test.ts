import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allTables, type Kind } from '@burgernet/adapters';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { postgresTypes } from '../../packages/adapters/src/sql-tables/postgres/postgres-form.js';
import { sqliteTypes } from '../../packages/adapters/src/sql-tables/sqlite/sqlite-form.js';
import { burgernet } from '../adapters/cli/burgernet.js';
import { demoFolder } from '../adapters/cli/demo-store.js';
import { describePostgres } from '../support/real-postgres.js';

const page = readFileSync(
  fileURLToPath(new URL('../../docs/reference/sql-tables.md', import.meta.url)),
  'utf8',
);

/** How the page calls each kind of column. */
const words: Readonly<Record<Kind, string>> = {
  text: 'text',
  integer: 'whole number',
  decimal: 'number, one decimal',
  boolean: 'yes or no',
  moment: 'moment',
  date: 'day',
};

/** A column as a database tells of it. */
const asTold = (name: string, type: string, isNullable: boolean): string =>
  `${name} ${type} ${isNullable ? 'null' : 'not null'}`;

/** Every column of the page, as a database would tell of it. */
const columnsOf = (table: string, typeOf: (kind: Kind) => string): ReadonlyArray<string> => {
  const [, section = ''] = new RegExp(`^### ${table}$([^#]*)`, 'm').exec(page) ?? [];
  return [...section.matchAll(/^\| `(\w+)` \| ([^|]+) \| (can be|never) \|/gm)].map(
    ([, name = '', word, isNullable]) => {
      const kind = allTables
        .flatMap(({ columns }) => columns)
        .find((column) => words[column.kind] === word)?.kind;
      if (kind === undefined) throw new Error(`The page says that ${table}.${name} holds ${word}.`);
      return asTold(name, typeOf(kind), isNullable === 'can be');
    },
  );
};

/** The queries of the page with the answers beneath them, cells as texts. */
const questions = [...page.matchAll(/```sql\n([^`]*)\n```\n\n\|[^\n]*\n\|[ -|]*\n((?:\|[^\n]*\n)+)/g)].map(
  ([, sql = '', answer = '']) => ({
    sql,
    answer: answer
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(2, -2).split(' | ')),
  }),
);

const told = (rows: ReadonlyArray<unknown>): ReadonlyArray<string> =>
  rows.map((row) => {
    if (typeof row !== 'object' || row === null || !('column' in row)) throw new Error('No column.');
    return String(row.column);
  });

/** Rows as texts; a number without its decimal, which SQLite does not show, gets it where the page has one. */
const asTexts = (rows: ReadonlyArray<unknown>, answer: ReadonlyArray<ReadonlyArray<string>>) =>
  rows.map((row, at) =>
    Object.values(row ?? {}).map((cell, column) =>
      typeof cell === 'number' && answer[at]?.[column]?.endsWith('.0') ? cell.toFixed(1) : String(cell),
    ),
  );

describe('docs/reference/sql-tables.md', () => {
  const demo = demoFolder();

  it('has every table and column that there is, says what each means, and no others', () => {
    expect([...page.matchAll(/^### (\w+)$/gm)].map(([, name]) => name)).toEqual(
      allTables.map(({ name }) => name),
    );
    for (const { says, columns, key } of allTables) {
      expect(page).toContain(`\n${says}. Key: ${key.map((name) => `\`${name}\``).join(', ')}.\n`);
      for (const { name, kind, isNullable, says: meaning } of columns)
        expect(page).toContain(
          `\n| \`${name}\` | ${words[kind]} | ${isNullable ? 'can be' : 'never'} | ${meaning} |\n`,
        );
    }
  });

  it('says how each kind of column is kept', () => {
    for (const [kind, word] of Object.entries(words))
      if (kind in sqliteTypes)
        expect(page).toMatch(new RegExp(`^\\| ${word} \\| \`[a-z ]+\` \\| \`[A-Z]+\`.* \\|$`, 'm'));
  });

  it('is what stands in SQLite, and its questions have the answers that it shows', async () => {
    const { status } = await burgernet({ cwd: demo.folder }, 'project', '--once', '--to', 'sqlite:tables.db');
    expect(status).toBe(0);
    const db = new Database(join(demo.folder, 'tables.db'));
    try {
      for (const { name } of allTables) {
        const columns = db
          .prepare<string[]>(
            `SELECT name || ' ' || type || iif("notnull", ' not null', ' null') AS "column" FROM pragma_table_info(?)`,
          )
          .all(name);
        expect(told(columns)).toEqual(columnsOf(name, (kind) => sqliteTypes[kind]));
      }
      expect(questions).toHaveLength(4);
      for (const { sql, answer } of questions) expect(asTexts(db.prepare(sql).all(), answer)).toEqual(answer);
    } finally {
      db.close();
    }
  });

  describePostgres('on PostgreSQL', ({ address, newSchema, ask }) => {
    it('is what stands there, and its questions have the answers that it shows', async () => {
      const schema = newSchema();
      const { status } = await burgernet({ cwd: demo.folder }, 'project', '--once', '--to', address(schema));
      expect(status).toBe(0);
      for (const { name } of allTables) {
        const columns = await ask(
          `SELECT column_name || ' ' || data_type || CASE is_nullable WHEN 'YES' THEN ' null' ELSE ' not null' END AS column FROM information_schema.columns WHERE table_schema = '${schema}' AND table_name = '${name}' ORDER BY ordinal_position`,
        );
        expect(told(columns)).toEqual(columnsOf(name, (kind) => postgresTypes[kind]));
      }
      for (const { sql, answer } of questions) {
        const rows = await ask(sql.replace(/\bFROM /, `FROM ${schema}.`));
        expect(asTexts(rows, answer)).toEqual(answer);
      }
    });
  });
});
