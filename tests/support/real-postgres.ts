import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { postgresAbsent, startPostgres } from './throwaway-postgres.mjs';

/** A PostgreSQL server of the tests; each test has a schema of its own there. */
export interface RealPostgres {
  /** its address with user and password; `schema` is the tables' */
  readonly address: (schema: string) => string;
  /** the name of a schema that does not exist yet; it is gone when the tests are over */
  readonly newSchema: () => string;
  /** asks over a connection of its own, and gives the rows of the last statement */
  readonly ask: (sql: string) => Promise<ReadonlyArray<Readonly<Record<string, unknown>>>>;
}

/**
 * Tests that need a real PostgreSQL: the one that `BURGERNET_TEST_POSTGRES` names (they make schemas of their
 * own there), or one that is installed and started for them. Without either the run shows them as skipped,
 * and why.
 */
export const describePostgres = (name: string, tests: (postgres: RealPostgres) => void): void => {
  if (postgresAbsent !== undefined) {
    describe.skip(`${name} (${postgresAbsent})`, () => undefined);
    return;
  }
  describe(name, () => {
    let url = '';
    let stop = async (): Promise<void> => undefined;
    const schemas: string[] = [];
    const ask = async (sql: string) => {
      const client = new pg.Client(url);
      await client.connect();
      try {
        const { rows } = await client.query<Readonly<Record<string, unknown>>>(sql);
        return rows;
      } finally {
        await client.end();
      }
    };
    beforeAll(async () => {
      ({ url, stop } = await startPostgres());
    });
    afterAll(async () => {
      for (const schema of schemas) await ask(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
      await stop();
    });
    tests({
      address: (schema) => `${url}${url.includes('?') ? '&' : '?'}schema=${schema}`,
      newSchema: () => {
        const schema = `test_${randomUUID().replaceAll('-', '')}`;
        schemas.push(schema);
        return schema;
      },
      ask,
    });
  });
};
