import { createHash } from 'node:crypto';
import type { StoredEvent } from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LeafEvent, leafLackOf, leafOf } from '../../../packages/adapters/src/audit/leaf/leaf.js';
import { lackOfWritten } from '../../../packages/adapters/src/audit/leaf/written.js';
import { leafFaultOf } from '../../../packages/adapters/src/commands/rejection.js';
import { expectSentences } from '../../domain/sentences.js';
import { runs, size } from '../../support/runs.js';

const event = (given: Partial<StoredEvent> = {}): StoredEvent => ({
  position: 8,
  stream: 'burgernet.action-2f1c7a52-93a5-4a8e-9d0b-6a6f2a9f0c11',
  revision: 3,
  eventId: '5bd9ac0c-6af6-5b2c-93ac-6d5b4ab4d3a1',
  type: 'ResponseReceived',
  schemaVersion: 1,
  recordedAt: '2021-05-14T18:03:00.000Z',
  data: '{"line":"112", "entry":"phone"}',
  metadata: '{"role":"dispatcher"}',
  ...given,
});
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const partsOf = (leaf: string): Record<string, unknown> => JSON.parse(leaf);

/** Any event that a store may hold: its texts are whole characters and anything else. */
const stored = fc.record({
  position: fc.nat(),
  stream: fc.string({ unit: 'grapheme' }),
  revision: fc.nat(),
  eventId: fc.string(),
  type: fc.string({ unit: 'grapheme' }),
  schemaVersion: fc.integer(),
  recordedAt: fc.string(),
  data: fc.oneof(fc.string({ unit: 'grapheme' }), fc.json()),
  metadata: fc.oneof(fc.string({ unit: 'grapheme' }), fc.json()),
});

describe('the leaf of an event', () => {
  it('is canonical JSON of all that is stored but its place in the log', () => {
    expect(leafOf(event())).toBe(
      '{"data":{"entry":"phone","line":"112"},"eventId":"5bd9ac0c-6af6-5b2c-93ac-6d5b4ab4d3a1",' +
        '"metadata":{"role":"dispatcher"},"recordedAt":"2021-05-14T18:03:00.000Z","revision":3,' +
        '"schemaVersion":1,"stream":"burgernet.action-2f1c7a52-93a5-4a8e-9d0b-6a6f2a9f0c11",' +
        '"type":"ResponseReceived","v":1}',
    );
  });

  it('is in every history what canonicalize makes of the whole', () => {
    fc.assert(
      fc.property(histories({ size }), ({ stored: events }) => {
        for (const one of events) {
          const { position: _, data, metadata, ...envelope } = one;
          const whole = { v: 1, ...envelope, data: JSON.parse(data), metadata: JSON.parse(metadata) };
          expect(leafOf(one)).toBe(canonicalize(whole));
          expect(leafLackOf(one)).toBeUndefined();
        }
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it('holds the bytes themselves of a text that is no value to all readers', () => {
    const data = '{"a":1,"a":2}';
    const leaf = partsOf(leafOf(event({ data, metadata: 'no JSON é' })));
    expect(leaf).toMatchObject({ data: { raw: base64(data) }, metadata: { raw: base64('no JSON é') } });
    expect(leafLackOf(event({ data }))).toEqual({ tag: 'NoCanonicalForm', part: 'data' });
    expect(leafLackOf(event({ metadata: '"\\ud800"' }))).toEqual({
      tag: 'NoCanonicalForm',
      part: 'metadata',
    });
  });

  it('is named to whoever asks for an event that it could not hold', () => {
    const half = event({ data: JSON.stringify({ text: '\ud800' }) });
    const long = event({ metadata: JSON.stringify(' '.repeat(70_000)) });
    const faults = [half, long, event()].map((one) => leafFaultOf(one.stream, one.revision, one));
    expect(faults).toMatchObject([
      { tag: 'EventAmbiguous', facts: { part: 'data' } },
      { tag: 'EventTooLong', facts: { most: 65_535 } },
      undefined,
    ]);
    for (const fault of faults) if (fault !== undefined) expectSentences(fault);
  });

  it('lacks at a glance what it lacks at a closer look, of whatever JSON.stringify writes', () => {
    const numbers = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.constantFrom(2 ** 53, 2 ** 53 - 1, 1e21, -1e300, 1e-7),
    );
    const values = fc.oneof(
      fc.jsonValue({ stringUnit: 'binary' }),
      fc.dictionary(fc.string({ unit: 'binary' }), numbers),
      fc.record({ raw: fc.string() }),
      fc.record({ sha256: fc.string(), z: fc.constant(1) }, { requiredKeys: ['sha256'] }),
      fc.nat(70).map((depth) => JSON.parse('['.repeat(depth + 1) + ']'.repeat(depth + 1)) as unknown),
      fc.integer({ min: 32_000, max: 33_000 }).map((length) => 'x'.repeat(length)),
    );
    fc.assert(
      fc.property(stored, values, values, (one, data, metadata) => {
        const written = { ...one, data: JSON.stringify(data), metadata: JSON.stringify(metadata) };
        expect(lackOfWritten(written.stream, written.revision, written)).toEqual(leafLackOf(written));
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(values, values, (data, metadata) => {
        const written = event({ data: JSON.stringify(data), metadata: JSON.stringify(metadata) });
        expect(lackOfWritten(written.stream, written.revision, written)).toEqual(leafLackOf(written));
      }),
      { numRuns: 2_000 },
    );
  });

  it('cannot be that of another event which says in its data what stands in for a text', () => {
    const honest = event({ data: 'no JSON' });
    const forged = event({ data: `{"raw":"${base64('no JSON')}"}` });
    expect(leafOf(forged)).not.toBe(leafOf(honest));
    expect(partsOf(leafOf(forged))['data']).toEqual({ raw: base64(forged.data) });
    const hashed = event({ data: `{"sha256":"${'0'.repeat(64)}"}` });
    expect(partsOf(leafOf(hashed))['data']).toEqual({ raw: base64(hashed.data) });
    const more = event({ data: '{"raw":"","z":1}' });
    expect(partsOf(leafOf(more))['data']).toEqual({ raw: '', z: 1 });
  });

  it('holds the hash of a text that is too long, and looks no further into it', () => {
    const data = `"${'x'.repeat(65_534)}"`;
    const leaf = leafOf(event({ data }));
    expect(partsOf(leaf)['data']).toEqual({ sha256: sha256(data) });
    expect(partsOf(leaf)['metadata']).toEqual({ role: 'dispatcher' });
    expect(leafLackOf(event({ data }))).toEqual({ tag: 'TooLong' });
    expect(leafLackOf(event({ data: `[${' '.repeat(65_534)}]` }))).toEqual({ tag: 'TooLong' });
  });

  it('takes 65,535 bytes at most, and only what is needed gives way', () => {
    const room = 65_535 - Buffer.byteLength(leafOf(event({ data: '""' })));
    const fits = event({ data: `"${'é'.repeat(Math.floor(room / 2))}${'x'.repeat(room % 2)}"` });
    expect(Buffer.byteLength(leafOf(fits))).toBe(65_535);
    expect(leafLackOf(fits)).toBeUndefined();
    const over = event({ data: fits.data.replace('é', 'éx') });
    expect(partsOf(leafOf(over))['data']).toEqual({ sha256: sha256(over.data) });
    const long = JSON.stringify('y'.repeat(65_500));
    const both = event({ data: '{"a":1}', metadata: long });
    expect(partsOf(leafOf(both))).toMatchObject({
      data: { sha256: sha256('{"a":1}') },
      metadata: { sha256: sha256(long) },
    });
    const name = 't'.repeat(70_000);
    expect(partsOf(leafOf(event({ type: name })))['type']).toEqual({ sha256: sha256(JSON.stringify(name)) });
  });

  it('holds a name of a foreign writer with half a character as the bytes of its JSON', () => {
    expect(partsOf(leafOf(event({ recordedAt: 'x\ud800' })))['recordedAt']).toEqual({
      raw: base64('"x\\ud800"'),
    });
  });

  it('is there for whatever a store may hold, in canonical form', () => {
    fc.assert(
      fc.property(stored, (one) => {
        const leaf = leafOf(one);
        expect(Buffer.byteLength(leaf)).toBeLessThanOrEqual(65_535);
        expect(canonicalize(JSON.parse(leaf))).toBe(leaf);
      }),
      { numRuns: runs },
    );
  });

  it('is another one where anything but the place in the log is another', () => {
    fc.assert(
      fc.property(
        stored,
        stored,
        fc.constantFrom('stream', 'eventId', 'type', 'recordedAt'),
        (a, b, field) => {
          const changed = { ...a, [field]: b[field] };
          expect(leafOf(changed) === leafOf(a)).toBe(a[field] === b[field]);
          const elsewhere: LeafEvent & { readonly position: number } = { ...a, position: b.position };
          expect(leafOf(elsewhere)).toBe(leafOf(a));
        },
      ),
      { numRuns: runs },
    );
  });
});
