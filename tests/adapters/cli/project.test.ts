import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { log } from '../../support/log.js';
import { response, start } from '../../support/said.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { burgernet, burgernets } from './burgernet.js';
import { put } from './put.js';
import { running } from './running.js';

const events = log(start(1), start(2), response(1, 21, '112', 'phone'));

const to = ['--to', 'sqlite:tables.db'];

/** What somebody sees who asks the tables. */
const ask = (cwd: string, sql: string): ReadonlyArray<unknown> => {
  const db = new Database(join(cwd, 'tables.db'));
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
};
const actions = (cwd: string) =>
  ask(cwd, "SELECT value FROM figures WHERE row_key = 'actions/country/2021/year'");

/** A `burgernet project` into those tables. */
const project = (cwd: string, ...options: ReadonlyArray<string>) => {
  const projecting = running(cwd, 'project', ...to, '--lang', 'en', ...options);
  return {
    ...projecting,
    says: (text: string) => projecting.until(() => expect(projecting.stdout()).toContain(text)),
  };
};

describe('burgernet project', () => {
  it('writes what comes as it comes, until it is interrupted', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, events.slice(0, 1));
    const following = project(cwd);
    await following.says('The tables show position 1: ');
    expect(actions(cwd)).toEqual([{ value: 1 }]);
    await put(cwd, events.slice(1));
    await following.says('The tables show position 3: ');
    expect(actions(cwd)).toEqual([{ value: 2 }]);
    expect(await following.interrupt()).toBe(0);
    expect(following.stderr()).toBe(
      'What comes now is written as it comes. Ctrl-C ends it; with --once it ends by itself.\n',
    );
  });

  it('with --once brings the tables up to date and ends', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, events);
    const once = () => burgernet({ cwd }, 'project', '--once', '--json', ...to);
    const { status, stdout } = await once();
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ position: 3, ahead: false, rebuilt: false, removed: 0 });
    expect(JSON.parse((await once()).stdout)).toMatchObject({ position: 3, put: 0, removed: 0 });
    expect(ask(cwd, 'SELECT municipality_name FROM board GROUP BY municipality_name')).toEqual([
      { municipality_name: 'Almere' },
    ]);
  });

  it('may run twice on the same tables: neither minds the other', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, events.slice(0, 1));
    const both = [project(cwd), project(cwd)];
    for (const one of both) await one.says('show position 1');
    await put(cwd, events.slice(1));
    for (const one of both) await one.says('show position 3');
    expect(actions(cwd)).toEqual([{ value: 2 }]);
    expect(await Promise.all(both.map((one) => one.interrupt()))).toEqual([0, 0]);
  });

  it('leaves the tables of another log alone and ends with 1, until it is told --rebuild', async () => {
    const cwd = await temporaryFolder();
    await put(cwd, events);
    await burgernet({ cwd }, 'project', '--once', ...to);
    const other = await temporaryFolder();
    await put(other, log(start(7)));
    const call = { cwd, env: { BURGERNET_STORE: `sqlite:${join(other, 'burgernet.db')}` } };
    const { status, stdout, stderr } = await burgernet(call, '--lang', 'en', 'project', '--once', ...to);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /^The tables show position 3 of another log, .* say --rebuild to replace them[.]\n$/,
    );
    expect(actions(cwd)).toEqual([{ value: 2 }]);
    expect((await burgernet(call, 'project', '--once', '--rebuild', ...to)).status).toBe(0);
    expect(actions(cwd)).toEqual([{ value: 1 }]);
  });

  it('ends with 2 where no tables are named or their address cannot be read', async () => {
    const cwd = await temporaryFolder();
    const wrong = [[], ['--to', 'mysql://db/figures'], ['--to', 'postgres://ann:Geheim%@db/figures']];
    const ended = await burgernets(
      { cwd },
      wrong.map((given) => ['--lang', 'en', 'project', '--once', ...given]),
    );
    for (const { status, stderr } of ended) {
      expect(status).toBe(2);
      expect(stderr).toMatch(/^[A-Z].*postgres:\/\/USER@HOST.*[.]\n$/);
      expect(stderr).not.toContain('Geheim');
    }
  });

  it('ends with 3 and a sentence where the database cannot be reached', async () => {
    const cwd = await temporaryFolder();
    const nowhere = ['project', '--once', '--to', 'postgres://ann:Geheim@127.0.0.1:1/figures'];
    await put(cwd, events);
    const { status, stdout, stderr } = await burgernet({ cwd }, '--lang', 'en', '--debug', ...nowhere);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('postgres://127.0.0.1:1/figures?schema=burgernet cannot be reached');
    expect(stderr).not.toContain('Geheim');
  });
});
