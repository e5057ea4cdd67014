import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openSqlite, openSqliteRefusals, parseStoreUrl, refusalsFileOfStore } from '@burgernet/adapters';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { aRefusal, refusalsContract } from '../../contracts/refusals.js';
import { utc } from '../../support/log.js';
import { done, refused } from '../../support/outcome.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const newFile = async (): Promise<string> => join(await temporaryFolder(), 'burgernet.refusals.db');
const writing = (file: string, now = utc('2021-05-14T18:03')) =>
  done(openSqliteRefusals(file, { mode: 'write', now: () => now }));

refusalsContract('an SQLite file', async (since) => writing(await newFile(), since));

describe('the file of what was refused', () => {
  it('stands beside the file of its store, and is named by the server of one', () => {
    const fileOf = (url: string): string => {
      const address = parseStoreUrl(url);
      if (address._tag === 'Left') throw new Error(`${url} is none`);
      return refusalsFileOfStore(address.right);
    };
    expect(fileOf('sqlite:burgernet.db')).toBe('burgernet.refusals.db');
    expect(fileOf(`sqlite:${join('a.b', 'store')}`)).toBe(join('a.b', 'store.refusals.db'));
    expect(fileOf('esdb://a.example:2113')).toBe('burgernet.a.example-2113.refusals.db');
  });

  it.skipIf(process.platform === 'win32')('is for the eyes of its owner only', async () => {
    const file = await newFile();
    const record = await writing(file);
    await done(record.record(aRefusal()));
    for (const name of await readdir(dirname(file)))
      expect((await stat(join(dirname(file), name))).mode & 0o777).toBe(0o600);
    await record.close();
  });

  it('keeps what was refused, and since when, over a restart', async () => {
    const file = await newFile();
    const before = await writing(file, utc('2021-05-14T18:03'));
    await done(before.record(aRefusal()));
    await before.close();
    const after = await writing(file, utc('2022-01-01T00:00'));
    await done(after.record(aRefusal({ rule: 'OutOfSight' })));
    expect(await done(after.all)).toEqual({
      since: utc('2021-05-14T18:03'),
      refusals: [aRefusal(), aRefusal({ rule: 'OutOfSight' })],
    });
    await after.close();
  });

  it('is not made by a reader, who records nothing either', async () => {
    const file = await newFile();
    expect(await refused(openSqliteRefusals(file, { mode: 'read' }))).toMatchObject({ tag: 'StoreAbsent' });
    expect(await readdir(dirname(file))).toEqual([]);
    await (await writing(file)).close();
    const reader = await done(openSqliteRefusals(file, { mode: 'read' }));
    expect(await refused(reader.record(aRefusal()))).toMatchObject({ tag: 'StoreUnavailable' });
    await reader.close();
  });

  it('takes two writers at once', async () => {
    const file = await newFile();
    const [one, other] = [await writing(file), await writing(file)];
    for (const record of [one, other, one]) await done(record.record(aRefusal()));
    expect((await done(other.all)).refusals).toHaveLength(3);
    for (const record of [one, other]) await record.close();
  });

  it('lets nobody change or take away what it says', async () => {
    const file = await newFile();
    const record = await writing(file);
    await done(record.record(aRefusal()));
    await record.close();
    const db = new Database(file);
    for (const sql of ["UPDATE refusals SET refusal = '{}'", 'DELETE FROM refusals'])
      expect(() => db.exec(sql)).toThrow(/never/);
    db.close();
  });

  it('is refused where a record in it is none', async () => {
    const file = await newFile();
    await (await writing(file)).close();
    const db = new Database(file);
    db.exec(`INSERT INTO refusals(refusal) VALUES ('{"at":"yesterday"}')`);
    db.close();
    const record = await writing(file);
    expect(await refused(record.all)).toMatchObject({ tag: 'StoreUnusable' });
    await record.close();
  });

  it('is refused and left as it is where it is something else', async () => {
    const file = await newFile();
    await writeFile(file, 'a letter to the mayor');
    expect(await refused(openSqliteRefusals(file, { mode: 'write' }))).toMatchObject({
      tag: 'StoreUnusable',
    });
    expect(await readFile(file, 'utf8')).toBe('a letter to the mayor');
    const store = join(dirname(file), 'burgernet.db');
    await (await done(openSqlite(store, { mode: 'write' }))).close();
    expect(await refused(openSqliteRefusals(store, { mode: 'write' }))).toMatchObject({
      tag: 'StoreUnusable',
    });
  });
});
