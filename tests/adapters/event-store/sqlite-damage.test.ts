import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Append, openSqlite, type Page } from '@burgernet/adapters';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { replayed } from '../../contracts/event-store/subject.js';
import { done } from '../../support/outcome.js';
import { sampleEvent, sampleEvents } from '../../support/sample-event.js';
import { storeBytes } from '../../support/store-bytes.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const streams = Array.from({ length: 30 }, (_, number) => `burgernet.action-${number}`);
const batches = streams.map(
  (stream, number): Append => ({
    stream,
    expected: 'no-stream',
    // Some events are longer than a page of the file.
    events: [sampleEvent({ data: `"${'é'.repeat(number * 100)}"` }), ...sampleEvents(2)],
  }),
);
let whole: Buffer = Buffer.alloc(0);
let events: Page = [];

beforeAll(async () => {
  whole = await storeBytes(async (store) => {
    await done(store.appendAll(batches));
    events = (await replayed(store)).flat();
  });
});

/** What the store says of the soundness of its file; an error's tag. */
const judged = async (file: string): Promise<string> => {
  const opened = await openSqlite(file, { mode: 'read' })();
  if (E.isLeft(opened)) return opened.left.tag;
  const store = opened.right;
  try {
    if (store.checkIntegrity === undefined) return 'not checked';
    const outcome = await store.checkIntegrity();
    return E.isRight(outcome) ? 'sound' : outcome.left.tag;
  } finally {
    await store.close();
  }
};

/** Every place where a text stands in bytes. */
const placesOf = (text: string, bytes: Buffer): ReadonlyArray<number> => {
  const places: number[] = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
};

/** What comes of opening a file and reading all of it, both by stream and as a log; an error's tag. */
const readAll = async (file: string): Promise<Page | string> => {
  const opened = await openSqlite(file, { mode: 'read' })();
  if (E.isLeft(opened)) return opened.left.tag;
  const store = opened.right;
  try {
    for (const stream of streams) {
      const read = await store.read(stream)();
      if (E.isLeft(read)) return read.left.tag;
    }
    return (await replayed(store, { pageSize: 7 })).flat();
  } catch (thrown) {
    return typeof thrown === 'object' && thrown !== null && 'tag' in thrown ? String(thrown.tag) : 'thrown';
  } finally {
    await store.close();
  }
};

describe('a damaged file of a store', () => {
  it('is read as it was while it is whole', async () => {
    const file = join(await temporaryFolder(), 'whole.db');
    await writeFile(file, whole);
    expect(await readAll(file)).toEqual(events);
  });

  it('is refused as unusable where a text in it is no text any more', async () => {
    const file = join(await temporaryFolder(), 'text.db');
    const damaged = Buffer.from(whole);
    damaged[damaged.indexOf('{"line":"112"}', 20_000) + 3] = 0xff;
    await writeFile(file, damaged);
    expect(await readAll(file)).toBe('StoreUnusable');
  });

  it('is refused as unusable where pages of it are gone, by a reader or by its own check', async () => {
    const folder = await temporaryFolder();
    const pages = whole.length / 4_096;
    for (let page = 0; page < pages; page++) {
      const file = join(folder, `${page}.db`);
      const damaged = Buffer.from(whole).fill(0, page * 4_096, (page + 1) * 4_096);
      await writeFile(file, damaged);
      const outcome = await readAll(file);
      if (typeof outcome === 'string') expect(outcome).toBe('StoreUnusable');
      else {
        // No reader needs every page of an index: that one is gone is for the check to tell.
        expect(outcome).toEqual(events);
        expect(await judged(file)).toBe('StoreUnusable');
      }
    }
  });

  it('is sound while it is whole', async () => {
    const file = join(await temporaryFolder(), 'whole.db');
    await writeFile(file, whole);
    expect(await judged(file)).toBe('sound');
  });

  it('is found out by its own check where one bit of an index is another one and every event reads well', async () => {
    const folder = await temporaryFolder();
    const eventId = events[0]?.eventId ?? '';
    const places = placesOf(eventId, whole);
    // One stands in the event, the other in the index by stream and id.
    expect(places).toHaveLength(2);
    for (const at of places) {
      const file = join(folder, `${at}.db`);
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
      await writeFile(file, damaged);
      expect(await readAll(file)).toHaveLength(events.length);
      expect(await judged(file)).toBe('StoreUnusable');
      expect((await readFile(file)).equals(damaged)).toBe(true);
    }
  });

  it('never ends the process nor changes, whatever bytes of it are other ones', async () => {
    const folder = await temporaryFolder();
    let files = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 8,
        }),
        async (changes) => {
          const file = join(folder, `${files++}.db`);
          const damaged = Buffer.from(whole);
          for (const [at, byte] of changes) damaged[at] = byte;
          await writeFile(file, damaged);
          const outcome = await readAll(file);
          if (typeof outcome === 'string') expect(outcome).toBe('StoreUnusable');
          else expect(outcome).toHaveLength(events.length);
          expect(['sound', 'StoreUnusable']).toContain(await judged(file));
          expect((await readFile(file)).equals(damaged)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
