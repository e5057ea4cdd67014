import {
  actionRegistry,
  closed,
  domainRegistry,
  mailingRegistry,
  makeRegistry,
  municipalityRegistry,
  publicationRegistry,
  type StoredEvent,
  vaultRegistry,
} from '@burgernet/domain';
import { damagedHistories, dataOf, histories } from '@burgernet/domain/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { describe, expect, it } from 'vitest';

type Renamed = { readonly type: 'Renamed'; readonly data: { readonly name: string; readonly since: number } };

const First = closed('first', { label: t.string });
const Second = closed('second', { name: t.string });
const Third = closed('third', { name: t.string, since: t.number });

const registry = makeRegistry<Renamed>('town', [
  {
    kind: 'action',
    type: 'Renamed',
    versions: [
      { codec: First, upcast: (data) => (First.is(data) ? { name: data.label } : data) },
      { codec: Second, upcast: (data) => (Second.is(data) ? { ...data, since: 0 } : data) },
      { codec: Third },
    ],
  },
]);

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const metadata = {
  actorId: uuid(1),
  role: 'system',
  commandId: uuid(2),
  correlationId: uuid(2),
  causationId: uuid(2),
};
const stored = (change: Partial<StoredEvent> = {}): StoredEvent => ({
  position: 7,
  stream: `town.action-${uuid(3)}`,
  revision: 4,
  eventId: uuid(4),
  type: 'Renamed',
  schemaVersion: 3,
  recordedAt: '2021-05-14T18:03:00.000Z',
  data: JSON.stringify({ name: 'new', since: 5 }),
  metadata: JSON.stringify(metadata),
  ...change,
});

const refusal = (event: StoredEvent): { readonly reason: string; readonly detail: string } => {
  const read = registry.decode(event);
  if (E.isRight(read)) throw new Error('It was read.');
  expect(read.left.stored).toBe(event);
  return read.left;
};

describe('the registry', () => {
  it.each([
    [1, { label: 'old' }, { name: 'old', since: 0 }],
    [2, { name: 'newer' }, { name: 'newer', since: 0 }],
    [3, { name: 'new', since: 5 }, { name: 'new', since: 5 }],
  ])('brings version %i to the current one, step by step', (schemaVersion, data, expected) => {
    const read = registry.decode(stored({ schemaVersion, data: JSON.stringify(data) }));
    expect(read).toMatchObject({ right: { event: { type: 'Renamed', data: expected }, schemaVersion } });
  });

  it('writes the current version and nothing of the envelope that is the store’s to give', () => {
    const read = registry.decode(stored());
    if (E.isLeft(read)) throw new Error(read.left.detail);
    const { stream, revision, position, ...written } = stored();
    expect(registry.encode(read.right)).toEqual(written);
    expect(registry.currentVersion('Renamed')).toBe(3);
    expect(registry.currentVersion('constructor')).toBeUndefined();
  });

  it('reads metadata that holds more than it knows', () => {
    const more = JSON.stringify({ ...metadata, traceparent: '00-af' });
    expect(E.isRight(registry.decode(stored({ metadata: more })))).toBe(true);
  });

  it('tells contents of one event apart by type, version, recordedAt, data and metadata', () => {
    const prints = [
      stored(),
      stored({ recordedAt: '2021-05-14T18:03:00.001Z' }),
      stored({ data: JSON.stringify({ name: 'new', since: 6 }) }),
      stored({ data: JSON.stringify({ since: 5, name: 'new' }) }),
      stored({ metadata: JSON.stringify({ ...metadata, role: 'coordinator' }) }),
      stored({ schemaVersion: 1, data: JSON.stringify({ label: 'new' }) }),
      stored({ schemaVersion: 2, data: JSON.stringify({ name: 'new' }) }),
    ].map((event) => {
      const read = registry.decode(event);
      if (E.isLeft(read)) throw new Error(read.left.detail);
      return read.right.fingerprint;
    });
    expect(new Set(prints).size).toBe(prints.length);
    expect(registry.decode(stored({ position: 1, revision: 0 }))).toMatchObject({
      right: { fingerprint: prints[0] },
    });
  });

  it.each<[string, string, Partial<StoredEvent>, RegExp]>([
    ['an unknown type', 'unknown-type', { type: 'Moved' }, /"Moved"/],
    ['a type named like something of every object', 'unknown-type', { type: 'toString' }, /"toString"/],
    ['a version to come', 'unknown-version', { schemaVersion: 4 }, /versions 1 to 3 of "Renamed", not 4/],
    ['version 0', 'unknown-version', { schemaVersion: 0 }, /not 0/],
    ['half a version', 'unknown-version', { schemaVersion: 1.5 }, /not 1.5/],
    ['data of another version', 'malformed-data', { schemaVersion: 1 }, /label/],
    ['data that is not JSON', 'malformed-data', { data: '{"name":' }, /not JSON/],
    ['empty data', 'malformed-data', { data: '' }, /not JSON/],
    ['data that is null', 'malformed-data', { data: 'null' }, /must be an object/],
    ['an unknown field', 'malformed-data', { data: '{"name":"a","since":1,"tip":"x"}' }, /"tip"/],
    ['a field __proto__', 'malformed-data', { data: '{"name":"a","since":1,"__proto__":{}}' }, /__proto__/],
    ['metadata that is not JSON', 'malformed-metadata', { metadata: '{' }, /metadata/],
    ['metadata without a role', 'malformed-metadata', { metadata: '{"actorId":"x"}' }, /role/],
    ['an event id in upper case', 'malformed-envelope', { eventId: uuid(4).replace('8', 'A') }, /event id/],
    ['a moment in another form', 'malformed-envelope', { recordedAt: '2021-05-14T18:03:00Z' }, /recordedAt/],
    ['a day that does not exist', 'malformed-envelope', { recordedAt: '2021-02-29T00:00:00.000Z' }, /02-29/],
    ['a stream of another kind', 'foreign-stream', { stream: `town.mailing-${uuid(3)}` }, /kind "action"/],
    ['a stream of another prefix', 'foreign-stream', { stream: `city.action-${uuid(3)}` }, /city/],
    ['a stream whose id has no such form', 'foreign-stream', { stream: 'town.action-GM0344-2021' }, /GM0344/],
  ])('does not read %s, and says why', (_, reason, change, detail) => {
    const refused = refusal(stored(change));
    expect(refused.reason).toBe(reason);
    expect(refused.detail).toMatch(detail);
  });

  it('tells long contents apart by their last character', () => {
    const printOf = (name: string): number => {
      const read = registry.decode(stored({ data: JSON.stringify({ name, since: 5 }) }));
      if (E.isLeft(read)) throw new Error(read.left.detail);
      return read.right.fingerprint;
    };
    const long = 'é'.repeat(5_000);
    expect(printOf(`${long}a`)).toBe(printOf(`${long}a`));
    expect(printOf(`${long}a`)).not.toBe(printOf(`${long}b`));
  });

  it.each([
    ['action', uuid(3), actionRegistry()],
    ['mailing', uuid(3), mailingRegistry()],
    ['municipality', 'GM0344-2021', municipalityRegistry()],
    ['publication', uuid(3), publicationRegistry()],
    ['vault', uuid(3), vaultRegistry()],
  ])('of one aggregate alone reads the events of streams of the kind %s, and no others', (kind, id, own) => {
    const whole = domainRegistry();
    expect(own.registrations).toEqual(whole.registrations.filter((one) => one.kind === kind));
    for (const { type } of own.registrations) {
      // Read as far as its data, which says nothing.
      const event = stored({ stream: `burgernet.${kind}-${id}`, type, schemaVersion: 1, data: '0' });
      for (const one of [own, whole])
        expect(one.decode(event)).toMatchObject({ left: { reason: 'malformed-data' } });
    }
    for (const { type } of whole.registrations.filter((one) => one.kind !== kind))
      expect(own.decode(stored({ type }))).toMatchObject({ left: { reason: 'unknown-type' } });
  });

  it('refuses to write a type that nobody registered', () => {
    const moved = { type: 'Moved', data: {} };
    const strict = makeRegistry<{ type: string; data: unknown }>('town', []);
    const read = domainRegistry();
    expect(read.currentVersion('ActionStarted')).toBe(1);
    const event = registry.decode(stored());
    if (E.isLeft(event)) throw new Error(event.left.detail);
    expect(() => strict.encode({ ...event.right, event: moved })).toThrow('Moved');
  });

  it('keeps every event that it writes readable, whatever data it has', () => {
    const domain = domainRegistry();
    const any = fc.oneof(
      ...domain.registrations.map(({ type, kind, versions }) => {
        const codec = versions.at(-1)?.codec ?? versions[0].codec;
        return dataOf(codec).map((data) => ({ type, kind, data }));
      }),
    );
    fc.assert(
      fc.property(any, ({ type, kind, data }) => {
        const id = kind === 'municipality' ? 'GM0344-2021' : uuid(3);
        const event = stored({
          stream: `burgernet.${kind}-${id}`,
          type,
          schemaVersion: 1,
          data: JSON.stringify(data),
        });
        const read = domain.decode(event);
        if (E.isLeft(read)) throw new Error(read.left.detail);
        expect({ ...event, ...domain.encode(read.right) }).toEqual(event);
      }),
      { numRuns: 500 },
    );
  });

  it('reads every event of a valid history, and of a damaged one all but what is damaged in itself', () => {
    const domain = domainRegistry();
    fc.assert(
      fc.property(histories(), ({ stored: log }) => log.every((event) => E.isRight(domain.decode(event)))),
    );
    fc.assert(
      fc.property(damagedHistories(), ({ stored: log, broken, reason }) => {
        const unread = log.flatMap((event) => {
          const read = domain.decode(event);
          return E.isLeft(read) ? [read.left] : [];
        });
        const onItsOwn = reason !== 'conflict' && reason !== 'contradicts-earlier';
        expect(unread.map(({ stored: one, reason: why }) => [one, why])).toEqual(
          onItsOwn ? [[broken, reason]] : [],
        );
      }),
      { numRuns: 300 },
    );
  });
});
