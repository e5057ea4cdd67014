import { join } from 'node:path';
import { keptIn, load, Recount, readThrough } from '@burgernet/adapters';
import { domainRegistry, type Sentence } from '@burgernet/domain';
import { LogCheck } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { numbers } from '../../../contracts/event-store/subject.js';
import { log } from '../../../support/log.js';
import { type Entry, MisbehavingServer } from '../../../support/misbehaving-server.js';
import { asEntries } from '../../../support/on-the-server.js';
import { done } from '../../../support/outcome.js';
import { response, start } from '../../../support/said.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { madeByAnother } from '../../kept-models/made-by-another.js';
import { storeOn } from './on-server.js';

const registry = domainRegistry();

/** Events as the server keeps them. */
const entries = asEntries(
  log(
    start(1),
    response(1, 70, '112', 'phone'),
    start(2),
    response(2, 71, 'app', 'app'),
    response(1, 72, '0800-0011', 'phone'),
  ),
);
const of = (nth: number): Entry => {
  const entry = entries[nth];
  if (entry === undefined) throw new Error(`There is no event ${nth}.`);
  return entry;
};

const record = (stream: string, type: string, data: object, revision = 0): Entry => ({
  stream,
  revision,
  id: `00000000-0000-4000-8000-0000000009${String(revision).padStart(2, '0')}`,
  type,
  data: JSON.stringify(data),
  metadata: '',
});

/** The first record of a server's log is its own, and another server's has another id. */
const made = (id: string): Entry => ({ ...record('$settings', '$made', {}), id });
const first = made('00000000-0000-4000-8000-00000000aaaa');

const serverWith = async (...more: ReadonlyArray<Entry>) => {
  const server = await MisbehavingServer.start();
  server.put(first, ...more);
  return { server, ...(await storeOn(server)) };
};

const read = async (
  store: Awaited<ReturnType<typeof storeOn>>['store'],
  file: string,
  rebuild = false,
): Promise<{ readonly position: number; readonly gaps: number; readonly notes: ReadonlyArray<string> }> => {
  const notes: Sentence[] = [];
  const { models, close } = await done(
    readThrough(store, { registry, file, worthKeeping: 1, rebuild, onNote: (note) => notes.push(note) }),
  );
  const seen = { position: models.position, gaps: models.gaps.length, notes: notes.map(({ en }) => en) };
  close();
  return seen;
};

/** What a check says of what is kept, after one reading of the log. */
const checkKept = async (store: Awaited<ReturnType<typeof storeOn>>['store'], file: string) => {
  const recount = new Recount(new LogCheck(), await done(keptIn(file)));
  await done(load(store, registry, recount));
  return done(recount.verdict(store));
};

const keptFile = async (): Promise<string> => join(await temporaryFolder(), 'kept.models.db');

describe('read models that are kept of a log on a server', () => {
  it('go on behind what was kept, and nothing before it is read again', async () => {
    const file = await keptFile();
    const { server, store } = await serverWith(...entries.slice(0, 3));
    expect(await read(store, file)).toEqual({ position: 3, gaps: 0, notes: [] });
    server.put(...entries.slice(3));
    const before = server.sent;
    expect(await read(store, file)).toEqual({ position: 5, gaps: 0, notes: [] });
    expect(server.sent - before).toBe(2);
  });

  it('are left alone where the server holds another log, unless they are to be rebuilt', async () => {
    const file = await keptFile();
    const one = await serverWith(...entries);
    await read(one.store, file);
    const other = await MisbehavingServer.start();
    other.put(made('00000000-0000-4000-8000-00000000bbbb'), of(2), of(3));
    const { store } = await storeOn(other);
    const answered = await read(store, file);
    expect(answered.position).toBe(2);
    expect(answered.notes.join()).toContain('of another log');
    expect(await read(one.store, file)).toMatchObject({ position: 5, notes: [] });
    expect(await read(store, file, true)).toMatchObject({ position: 2, notes: [] });
    expect(await read(store, file)).toMatchObject({ position: 2, notes: [] });
  });

  it('stay, and say so, where they have counted more than the server still holds, until they are rebuilt', async () => {
    const file = await keptFile();
    const { server, store } = await serverWith(...entries);
    await read(store, file);
    expect(await checkKept(store, file)).toBeUndefined();
    // The last event that they counted is gone, as after a scavenge of its stream.
    server.scavenged.add(5);
    server.put({ ...of(4), revision: 3, id: '00000000-0000-4000-8000-00000000cccc' });
    const answered = await read(store, file);
    expect(answered.position).toBe(6);
    expect(answered.notes.join()).toContain('no longer holds all');
    expect(await checkKept(store, file)).toMatchObject({ tag: 'CountedMore' });
    expect(await read(store, file, true)).toMatchObject({ position: 5, gaps: 1 });
    expect(await checkKept(store, file)).toBeUndefined();
  });

  it('are found to have counted more also where an event in the midst is gone', async () => {
    const file = await keptFile();
    const { server, store } = await serverWith(...entries);
    await read(store, file);
    server.scavenged.add(2);
    const before = server.sent;
    expect(await checkKept(store, file)).toEqual({ tag: 'CountedMore', position: 5 });
    // They are counted while they are read, and not once more for it.
    expect(server.sent - before).toBe(4);
  });

  it('stay also where another release made them, for what that counted could not be counted again', async () => {
    const file = await keptFile();
    const { server, store } = await serverWith(...entries);
    await read(store, file);
    madeByAnother(file);
    server.scavenged.add(2);
    const answered = await read(store, file);
    expect(answered).toMatchObject({ position: 4, gaps: 1 });
    expect(answered.notes.join()).toContain('made by another release and has counted 5 events');
    expect(await checkKept(store, file)).toEqual({ tag: 'CountedMore', position: 5 });
    expect(await read(store, file, true)).toEqual({ position: 4, gaps: 1, notes: [] });
    expect(await read(store, file)).toEqual({ position: 4, gaps: 1, notes: [] });
  });

  it('are found to have counted more where the server was set back to an earlier copy of its log', async () => {
    const file = await keptFile();
    const one = await serverWith(...entries);
    await read(one.store, file);
    const { server, store } = await serverWith(...entries.slice(0, 3));
    const answered = await read(store, file);
    expect(answered.position).toBe(3);
    expect(answered.notes.join()).toContain('before it was set back');
    expect(await checkKept(store, file)).toEqual({ tag: 'CountedMore', position: 5 });
    // When it has grown past that place again, other events stand there.
    server.put(...[3, 4, 5].map((nth) => ({ ...of(3), id: `00000000-0000-4000-8000-00000000000${nth}` })));
    expect((await read(store, file)).notes.join()).toContain('before it was set back');
    expect(await checkKept(store, file)).toEqual({ tag: 'CountedMore', position: 5 });
  });

  it('of another log are named as that', async () => {
    const file = await keptFile();
    await read((await serverWith(...entries)).store, file);
    const other = await MisbehavingServer.start();
    other.put(made('00000000-0000-4000-8000-00000000bbbb'), of(2), of(3));
    expect(await checkKept((await storeOn(other)).store, file)).toEqual({ tag: 'OfAnotherLog', position: 5 });
  });
});

describe('a check of a log on a server', () => {
  it('names streams that are cut short, deleted or tombstoned, and records of the server', async () => {
    const [cut, deleted, gone, odd] = numbers(1, 4).map(
      (n) => `burgernet.action-0000000${n}-0000-4000-8000-000000000000`,
    );
    const settings = (stream: string | undefined, data: string): Entry => ({
      ...record(`$$${stream}`, '$metadata', {}),
      data,
    });
    const { store } = await serverWith(
      settings(cut, '{"$maxCount":3}'),
      settings(cut, '{"$maxCount":2,"$maxAge":60}'),
      settings(deleted, '{"$tb":9223372036854775807}'),
      settings(odd, 'no JSON'),
      settings('others-1', '{"$maxCount":1}'),
      record(String(gone), '$streamDeleted', {}, 7),
    );
    expect(await done(store.remarks ?? (async () => ({ _tag: 'Right' as const, right: [] })))).toEqual([
      { tag: 'StreamTruncated', stream: cut, maxCount: 2, maxAge: 60 },
      { tag: 'StreamDeleted', stream: deleted },
      { tag: 'StreamSettingsMalformed', stream: odd },
      { tag: 'StreamTombstoned', stream: gone },
    ]);
  });

  it('names what is missing of a stream, and what is no event of ours, and reads all the rest', async () => {
    const foreign = {
      ...of(0),
      stream: 'burgernet.something-else',
      id: '00000000-0000-4000-8000-00000000dddd',
    };
    const link = {
      ...record(of(2).stream, '$>', { '0@x': 1 }, 2),
      id: '00000000-0000-4000-8000-00000000eeee',
    };
    const byHand = {
      ...of(3),
      stream: 'burgernet.action-00000000-0000-4000-8000-000000000003',
      revision: 0,
      data: 'no JSON at all',
      id: '00000000-0000-4000-8000-00000000ffff',
    };
    const { server, store } = await serverWith(...entries, foreign, link, byHand);
    server.scavenged.add(1);
    const check = await done(load(store, registry, new LogCheck()));
    expect(check.events).toBe(7);
    const found = check.findings();
    expect(found).toContainEqual(
      expect.objectContaining({ tag: 'RevisionOutOfOrder', stream: of(0).stream, revision: 1, expected: 0 }),
    );
    const quarantined = (stream: string, reason: string, detail: RegExp) =>
      expect.objectContaining({
        tag: 'Quarantined',
        stream,
        reason,
        detail: expect.stringMatching(detail),
      });
    expect(found).toContainEqual(quarantined(of(0).stream, 'conflict', /NotStarted|start/));
    expect(found).toContainEqual(quarantined('burgernet.something-else', 'foreign-stream', /stream/));
    expect(found).toContainEqual(quarantined(of(2).stream, 'unknown-type', /link/));
    expect(found).toContainEqual(quarantined(byHand.stream, 'malformed-data', /JSON/));
  });
});
