import { domainRegistry } from '@burgernet/domain';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { numbers, positionsOf, replayed } from '../../../contracts/event-store/subject.js';
import { type Entry, MisbehavingServer } from '../../../support/misbehaving-server.js';
import { done, refused } from '../../../support/outcome.js';
import { sampleEvent } from '../../../support/sample-event.js';
import { storeOn, stream } from './on-server.js';

const patience = { timeout: 20_000, interval: 2 };
const metadata = '{"schemaVersion":1,"recordedAt":"2021-05-14T18:03:00.000Z","metadata":{}}';
const entry = (revision: number, given: Partial<Entry> = {}): Entry => ({
  stream,
  revision,
  id: `00000000-0000-4000-8000-${String(revision).padStart(12, '0')}`,
  type: 'ResponseReceived',
  data: '{"line":"112"}',
  metadata,
  ...given,
});
const serverWith = async (...log: ReadonlyArray<Entry>) => {
  const server = await MisbehavingServer.start();
  server.put(...log);
  return { server, ...(await storeOn(server)) };
};

describe('a replay', () => {
  it('gives the same log wherever the server is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }), async (drops) => {
        const { server, store } = await serverWith(...numbers(0, 9).map((revision) => entry(revision)));
        let messages = 0;
        server.mischief.deliver = (message) => {
          if (!drops.includes(++messages)) return [message];
          server.cut('fails');
          return [];
        };
        const pages = await replayed(store, { pageSize: 4 });
        expect(pages.map(positionsOf)).toEqual([numbers(1, 4), numbers(5, 8), numbers(9, 10)]);
        await store.close();
        server.stop();
      }),
      { numRuns: 25 },
    );
  });

  it('ends the call on the server when its reader leaves early', async () => {
    const { server, store } = await serverWith(...numbers(0, 9).map((revision) => entry(revision)));
    const subscription = store.replay({ pageSize: 2 }).subscribe();
    await vi.waitFor(() => expect(server.subscriptions.size).toBe(1), patience);
    subscription.unsubscribe();
    await vi.waitFor(() => expect(server.subscriptions.size).toBe(0), patience);
  });

  it('of a server that takes calls and says nothing ends with that, and lastPosition too', async () => {
    const { server, store } = await serverWith(entry(0));
    server.mischief.read = () => undefined;
    const silent = { tag: 'StoreUnavailable', text: { en: expect.stringContaining('does not answer') } };
    await expect(replayed(store)).rejects.toMatchObject(silent);
    expect(await refused(store.lastPosition)).toMatchObject(silent);
    expect(await refused(store.read(stream))).toMatchObject(silent);
  });

  it('counts only what is new when the last position is asked again', async () => {
    const { server, store } = await serverWith(...numbers(0, 9).map((revision) => entry(revision)));
    expect(await done(store.lastPosition)).toBe(10);
    const before = server.sent;
    expect(await done(store.lastPosition)).toBe(10);
    server.put(entry(10));
    expect(await done(store.lastPosition)).toBe(11);
    expect(server.sent - before).toBe(1);
  });

  it('from the beginning counts anew what the server has removed meanwhile, for the last position too', async () => {
    const { server, store } = await serverWith(...numbers(0, 9).map((revision) => entry(revision)));
    expect(await done(store.lastPosition)).toBe(10);
    for (const index of [0, 3, 4]) server.scavenged.add(index);
    expect((await replayed(store, { upTo: 5 })).flatMap(positionsOf)).toEqual(numbers(1, 5));
    expect((await replayed(store)).flatMap(positionsOf)).toEqual(numbers(1, 7));
    expect(await done(store.lastPosition)).toBe(7);
    server.put(entry(10));
    expect(await done(store.lastPosition)).toBe(8);
  });

  it('begins behind a checkpoint without counting from the beginning, and refuses one of another store', async () => {
    const { server, store } = await serverWith(...numbers(0, 9).map((revision) => entry(revision)));
    const checkpoint = { position: 7, token: '700:700' };
    expect((await replayed(store, { after: checkpoint })).flatMap(positionsOf)).toEqual([8, 9, 10]);
    expect(server.resumedFrom.at(-1)).toBe('700');
    await expect(replayed(store, { after: { position: 7, token: '' } })).rejects.toMatchObject({
      tag: 'StoreUnusable',
    });
  });
});

it('a checkpoint has both numbers of its place, and both go to the server', async () => {
  const { server, store } = await serverWith(entry(0), entry(1));
  const asked: unknown[] = [];
  server.mischief.read = (serve, call) => {
    asked.push(call.request.getOptions()?.getAll()?.getPosition()?.toObject());
    serve();
  };
  await replayed(store, { after: { position: 1, token: '100:60' } });
  expect(asked.at(-1)).toEqual({ commitPosition: '100', preparePosition: '60' });
});

describe('what others wrote into our streams', () => {
  const ours = domainRegistry();
  const whole =
    '{"actorId":"00000000-0000-4000-8000-000000000001","role":"system","commandId":"00000000-0000-4000-8000-000000000001","correlationId":"00000000-0000-4000-8000-000000000001","causationId":"00000000-0000-4000-8000-000000000001"}';

  it.each<readonly [string, Partial<Entry>, string]>([
    ['a link', { type: '$>', data: '0@others-1' }, 'unknown-type'],
    ['a type that is none of ours', { type: 'OrderPlaced' }, 'unknown-type'],
    ['malformed JSON', { data: '{"line":', metadata: `${metadata.slice(0, -3)}${whole}}` }, 'malformed-data'],
    [
      'a text that is no JSON',
      { data: 'hello', metadata: `${metadata.slice(0, -3)}${whole}}` },
      'malformed-data',
    ],
    ['no metadata', { metadata: '' }, 'malformed-metadata'],
    ['metadata of others', { metadata: '{"$correlationId":"x","user":"y"}' }, 'malformed-metadata'],
    ['metadata that is no object', { metadata: '[1]' }, 'malformed-metadata'],
    ['our metadata without a version', { metadata: whole }, 'unknown-version'],
    ['a stream that only begins like ours', { stream: 'burgernet.other-1' }, 'foreign-stream'],
  ])('comes through, %s, and is read as what it is', async (_, given, reason) => {
    const { store } = await serverWith(entry(0, given));
    const [[event] = []] = await replayed(store);
    if (event === undefined) throw new Error('The event was skipped.');
    expect(event).toMatchObject({ position: 1, data: given.data ?? '{"line":"112"}' });
    expect(ours.decode(event)).toMatchObject({ _tag: 'Left', left: { reason } });
  });

  it('is no event of ours where the server made it, and is told', async () => {
    const { store, statuses } = await serverWith(
      entry(0),
      entry(Number.MAX_SAFE_INTEGER, { type: '$streamDeleted' }),
      entry(1),
    );
    expect((await replayed(store)).flat().map(({ revision }) => revision)).toEqual([0, 1]);
    expect(statuses).toEqual([{ tag: 'ServerRecord', stream, type: '$streamDeleted' }]);
  });
});

it('metadata of any letters comes back to the byte, with version and moment', async () => {
  const { store } = await serverWith();
  let revision = -1;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed() && !text.includes('\0')),
        fc.json(),
        fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.stringify(value, null, 1)),
        fc.constantFrom('{}', '{"a":1}}', '"', '{"metadata":{}}', '{"correlationId":"\\""}', ' {} '),
      ),
      fc.integer(),
      fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed() && !text.includes('\0')),
      async (text, schemaVersion, recordedAt) => {
        fc.pre(text.isWellFormed() && !text.includes('\0'));
        const event = sampleEvent({ metadata: text, schemaVersion, recordedAt, data: text });
        await done(
          store.append({ stream, expected: revision < 0 ? 'no-stream' : revision, events: [event] }),
        );
        revision++;
        expect(await done(store.read(stream, revision))).toEqual([
          { ...event, stream, revision, position: 0 },
        ]);
      },
    ),
    { numRuns: 150 },
  );
});
