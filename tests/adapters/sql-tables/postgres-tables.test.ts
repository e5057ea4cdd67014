import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openTables, parseTarget, type TableStore } from '@burgernet/adapters';
import { expect, it, onTestFinished, vi } from 'vitest';
import { tableStoreContract } from '../../contracts/table-store.js';
import { log } from '../../support/log.js';
import { done, refused } from '../../support/outcome.js';
import { describePostgres } from '../../support/real-postgres.js';
import { start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet } from '../cli/burgernet.js';
import { put } from '../cli/put.js';

const targetOf = (url: string) => {
  const target = parseTarget(url);
  if (target._tag === 'Left') throw new Error(target.left.text.en);
  return target.right;
};

const makeAll = (store: TableStore) => done(store.transaction((session) => session.make()));

describePostgres('PostgreSQL', ({ address, newSchema, ask }) => {
  const opened = async (url: string): Promise<TableStore> => {
    const store = await done(openTables(targetOf(url)));
    onTestFinished(() => store.close());
    return store;
  };

  tableStoreContract('A schema of PostgreSQL', async () => {
    const schema = newSchema();
    return {
      open: () => done(openTables(targetOf(address(schema)))),
      name: (table) => `${schema}.${table}`,
      ask,
    };
  });

  it('says in the database what every table and column means', async () => {
    const schema = newSchema();
    await makeAll(await opened(address(schema)));
    const [said] = await ask(
      `SELECT obj_description('${schema}.figures'::regclass) AS of_table, col_description('${schema}.figures'::regclass, 2) AS of_column`,
    );
    expect(said).toEqual({
      of_table: expect.stringContaining('A figure of a year'),
      of_column: 'Name of the figure, such as `success.full`',
    });
  });

  it('leaves tables of others alone, under whatever name of ours', async () => {
    const schema = newSchema();
    const store = await opened(address(schema));
    for (const mine of ['board(mine integer)', 'checkpoint(mine integer)']) {
      await ask(
        `DROP SCHEMA IF EXISTS ${schema} CASCADE; CREATE SCHEMA ${schema}; CREATE TABLE ${schema}.${mine}`,
      );
      expect(await refused(store.transaction((session) => session.make()))).toMatchObject({
        tag: 'StoreUnusable',
        text: { en: expect.stringContaining('is not ours') },
      });
    }
  });

  it('needs no more than a schema of its own, and keeps what others were granted on it', async () => {
    const schema = newSchema();
    await ask(
      `CREATE ROLE ${schema}_writer LOGIN PASSWORD 'w'; CREATE ROLE ${schema}_reader; CREATE SCHEMA ${schema} AUTHORIZATION ${schema}_writer`,
    );
    onTestFinished(async () => {
      await ask(
        `DROP OWNED BY ${schema}_writer CASCADE; DROP ROLE ${schema}_writer; DROP ROLE ${schema}_reader`,
      );
    });
    const store = await opened(address(schema).replace(/\/\/.*@/, `//${schema}_writer:w@`));
    await makeAll(store);
    await ask(`GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${schema}_reader`);
    await makeAll(store);
    expect(
      await ask(`SELECT has_table_privilege('${schema}_reader', '${schema}.figures', 'SELECT') AS may`),
    ).toEqual([{ may: true }]);
    const elsewhere = newSchema();
    const other = await opened(address(elsewhere).replace(/\/\/.*@/, `//${schema}_writer:w@`));
    expect(await refused(other.transaction((session) => session.make()))).toMatchObject({
      tag: 'StoreUnavailable',
      text: { en: expect.stringContaining('may not do that') },
    });
  });

  it('is connected to again after the connection was lost', async () => {
    const schema = newSchema();
    const store = await opened(address(schema));
    await makeAll(store);
    const end = () =>
      ask(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'burgernet project'",
      );
    const midway = store.transaction(async (session) => {
      await end();
      return session.checkpoint();
    });
    expect(await refused(midway)).toMatchObject({ tag: 'StoreUnavailable' });
    expect(await done(store.transaction((session) => session.checkpoint()))).toBeUndefined();
    await end();
    // Whether the client has heard of it by now or not: the next but one is well.
    await store.transaction((session) => session.checkpoint())();
    expect(await done(store.transaction((session) => session.checkpoint()))).toBeUndefined();
  });

  it('takes the password from the address, PGPASSWORD or a password file, and shows none', async () => {
    const cwd = await temporaryFolder();
    const schema = newSchema();
    await ask(`CREATE ROLE ${schema} LOGIN PASSWORD 'Geheim-woord7'`);
    await ask(`CREATE SCHEMA ${schema} AUTHORIZATION ${schema}`);
    onTestFinished(async () => {
      await ask(`DROP OWNED BY ${schema} CASCADE; DROP ROLE ${schema}`);
    });
    const urlOf = (user: string) => address(schema).replace(/\/\/.*@/, `//${user}@`);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    vi.stubEnv('PGPASSWORD', 'Geheim-woord7');
    await makeAll(await opened(urlOf(schema)));
    vi.stubEnv('PGPASSWORD', '');
    expect(JSON.stringify(await refused(openTables(targetOf(urlOf(schema)))))).toContain('let this user in');

    const file = join(cwd, 'passwords');
    await writeFile(file, `*:*:*:${schema}:Geheim-woord7\n`, { mode: 0o600 });
    await put(cwd, log(start(1)));
    const project = (user: string, env = {}) =>
      burgernet({ cwd, env }, '--debug', '--lang', 'en', 'project', '--once', '--to', urlOf(user));
    const right = await project(schema, { PGPASSFILE: file });
    expect(right).toMatchObject({ status: 0, stderr: '' });
    const wrong = await project(`${schema}:Geheim-woord8`);
    expect(wrong).toMatchObject({ status: 3, stderr: expect.stringContaining('does not let this user in') });
    for (const { stdout, stderr } of [right, wrong]) expect(stdout + stderr).not.toContain('Geheim');
  });

  it('that is not there is no bug but status 3, with a sentence', async () => {
    const store = refused(openTables(targetOf(address('burgernet').replace(/postgres\?/, 'nowhere?'))));
    expect(await store).toMatchObject({
      tag: 'StoreUnavailable',
      text: { en: expect.stringContaining('There is no such database') },
    });
  });
});
