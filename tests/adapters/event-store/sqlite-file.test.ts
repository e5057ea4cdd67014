import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EventStore, openSqlite, openStore } from '@burgernet/adapters';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { replayed } from '../../contracts/event-store/subject.js';
import { done, refused } from '../../support/outcome.js';
import { sampleEvents } from '../../support/sample-event.js';
import { changeFile, storeBytes } from '../../support/store-bytes.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const write = { mode: 'write' } as const;
const read = { mode: 'read' } as const;
const newFile = async (): Promise<string> => join(await temporaryFolder(), 'burgernet.db');
const append = (store: EventStore, count: number, stream = 'burgernet.action-x') =>
  done(store.append({ stream, expected: 'no-stream', events: sampleEvents(count) }));

/** A file with a store of so many events in it, which no connection has ever seen. */
const storeFile = async (count: number): Promise<string> => {
  const file = await newFile();
  await writeFile(file, await storeBytes((store) => append(store, count)));
  return file;
};

/** That both ways of opening a file refuse it with these words and leave it as it is. */
const expectRefused = async (file: string, words: RegExp): Promise<void> => {
  const before = await readFile(file);
  for (const options of [read, write]) {
    const error = await refused(openSqlite(file, options));
    expect(error).toMatchObject({ tag: 'StoreUnusable', text: { en: expect.stringMatching(words) } });
    expect(error.text.en).toContain(file);
    expect(error.text.nl).toContain(file);
  }
  expect((await readFile(file)).equals(before)).toBe(true);
};

describe('the file of a store', () => {
  it('is not made by a reader', async () => {
    const file = await newFile();
    expect(await refused(openSqlite(file, read))).toMatchObject({ tag: 'StoreAbsent' });
    expect(await readdir(join(file, '..'))).toEqual([]);
  });

  it('is made by a writer, also of an empty file, which a reader leaves empty', async () => {
    const file = await newFile();
    await writeFile(file, '');
    expect(await refused(openSqlite(file, read))).toMatchObject({ tag: 'StoreAbsent' });
    expect(await readFile(file)).toHaveLength(0);
    const store = await done(openSqlite(file, write));
    expect(await append(store, 1)).toMatchObject({ position: 1 });
    await store.close();
  });

  it('has its events after it was closed and opened again', async () => {
    const file = await newFile();
    const before = await done(openSqlite(file, write));
    await append(before, 3);
    const events = await replayed(before);
    await before.close();
    const after = await done(openSqlite(file, read));
    expect(await replayed(after)).toEqual(events);
    await after.close();
  });

  it('takes no event when it was opened for reading', async () => {
    const file = await storeFile(2);
    const store = await done(openSqlite(file, read));
    const batch = { stream: 'burgernet.action-y', expected: 'no-stream', events: sampleEvents(1) } as const;
    expect(await refused(store.append(batch))).toMatchObject({ tag: 'StoreUnavailable' });
    expect(await done(store.lastPosition)).toBe(2);
    await store.close();
  });

  it('may have any letters in its name', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'é 100% #1?mode=memory.db');
    const store = await done(openStore(`sqlite:${file}`, 'write'));
    await append(store, 1);
    expect(await readdir(folder)).toContain('é 100% #1?mode=memory.db');
    await store.close();
  });

  it('is unavailable where its folder is not', async () => {
    const file = join(await temporaryFolder(), 'nowhere', 'burgernet.db');
    expect(await refused(openSqlite(file, write))).toMatchObject({ tag: 'StoreUnavailable' });
  });

  it('is unavailable where SQLite cannot make its files beside it', async () => {
    const file = await storeFile(1);
    await mkdir(`${file}-wal`);
    for (const options of [read, write])
      expect(await refused(openSqlite(file, options))).toMatchObject({ tag: 'StoreUnavailable' });
  });

  it.skipIf(process.getuid?.() === 0)('is unavailable where its folder is write-protected', async () => {
    const file = await storeFile(1);
    await chmod(join(file, '..'), 0o555);
    onTestFinished(() => chmod(join(file, '..'), 0o755));
    for (const options of [read, write])
      expect(await refused(openSqlite(file, options))).toMatchObject({ tag: 'StoreUnavailable' });
  });

  it('is made for one prefix and refused for another', async () => {
    const file = await newFile();
    await (await done(openSqlite(file, { mode: 'write', prefix: 'rehearsal' }))).close();
    await expectRefused(file, /"rehearsal\."/);
    await (await done(openSqlite(file, { mode: 'read', prefix: 'rehearsal' }))).close();
  });
});

describe('what is no store of ours, or none any more, is refused in one sentence and left as it is', () => {
  it.each([
    ['a text', Buffer.from('a letter to the mayor')],
    ['zeros', Buffer.alloc(8_192)],
    ['a beginning without a rest', Buffer.from('SQLite format 3\0')],
  ])('%s', async (_, content) => {
    const file = await newFile();
    await writeFile(file, content);
    await expectRefused(file, /something else/);
  });

  it.each(['DELETE', 'WAL'])('a database of somebody else, in journal mode %s', async (mode) => {
    const file = await newFile();
    const db = new Database(file);
    db.exec(`PRAGMA journal_mode = ${mode}`);
    db.exec('CREATE TABLE events(position INTEGER PRIMARY KEY)');
    db.close();
    await expectRefused(file, /another database/);
    expect(await readdir(join(file, '..'))).toEqual(['burgernet.db']);
  });

  it('a store of a later version', async () => {
    const file = await storeFile(2);
    changeFile(file, 'PRAGMA user_version = 2');
    await expectRefused(file, /format 2 .* later release/);
  });

  it.each(['', 'VACUUM'])('a store without one of its triggers, %s', async (tidy) => {
    const file = await storeFile(2);
    changeFile(file, `DROP TRIGGER events_remain; ${tidy}`);
    await expectRefused(file, /damaged/);
  });

  it('a store that was cut short', async () => {
    const file = await storeFile(200);
    const content = await readFile(file);
    await writeFile(file, content.subarray(0, content.length - 4_096));
    await expectRefused(file, /damaged/);
  });

  it('a folder', async () => {
    const folder = join(await temporaryFolder(), 'burgernet.db');
    await mkdir(folder);
    for (const options of [read, write])
      expect(await refused(openSqlite(folder, options))).toMatchObject({ tag: 'StoreUnusable' });
  });

  it.skipIf(process.platform === 'win32')('a device', async () => {
    for (const options of [read, write])
      expect(await refused(openSqlite('/dev/null', options))).toMatchObject({ tag: 'StoreUnusable' });
  });
});
