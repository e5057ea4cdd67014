import type { StoredEvent } from '@burgernet/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventAt } from '../../../packages/adapters/src/audit/bundle/event-at.js';
import { parsedOf } from '../../../packages/adapters/src/audit/leaf/leaf.js';
import { eventLine } from '../../../packages/adapters/src/interchange/event-line.js';
import { runs } from '../../support/runs.js';

/** Texts that hold what a line is parted by, or is escaped in it. */
const awkward = fc.constantFrom(
  ',"metadata":',
  ',"data":',
  '","metadata":{}}',
  '\\',
  '"',
  '\r',
  '\n',
  '}',
  'é',
  '\u2028',
  'plain',
);
const anyText = fc.array(fc.oneof(awkward, fc.string()), { maxLength: 4 }).map((parts) => parts.join(''));
const names = fc.oneof(fc.constantFrom('data', 'metadata', 'a'), anyText);
const json = fc.oneof(
  fc.jsonValue(),
  anyText,
  fc.dictionary(names, anyText, { maxKeys: 4 }),
  fc.dictionary(names, fc.dictionary(names, anyText, { maxKeys: 2 }), { maxKeys: 3 }),
);
const stored = fc.oneof(
  json.map((value) => JSON.stringify(value)),
  json.map((value) => JSON.stringify(value, null, 1)),
  json.map((value) => ` ${JSON.stringify(value)}`),
  anyText,
);
const events: fc.Arbitrary<StoredEvent> = fc.record({
  eventId: anyText,
  stream: anyText,
  revision: fc.nat(),
  position: fc.integer({ min: 1, max: 1_000_000 }),
  type: anyText,
  schemaVersion: fc.nat(),
  recordedAt: anyText,
  data: stored,
  metadata: stored,
});
const wellFormed = events.filter((event) => Object.values(event).every((one) => String(one).isWellFormed()));

const everyday: StoredEvent = {
  eventId: '5bd9ac0c-6af6-5b2c-93ac-6d5b4ab4d3a1',
  stream: 'burgernet.action-2f1c7a52-93a5-4a8e-9d0b-6a6f2a9f0c11',
  revision: 3,
  position: 8,
  type: 'ResponseReceived',
  schemaVersion: 1,
  recordedAt: '2021-05-14T18:03:00.000Z',
  data: '{}',
  metadata: '{}',
};

describe('a line of a bundle', () => {
  it('is read back as the event that was written, with what its texts are', () => {
    fc.assert(
      fc.property(wellFormed, (event) => {
        const read = eventAt(eventLine(event), event.position);
        if (read._tag === 'Left') throw new Error(read.left.text.en);
        expect({ ...read.right.event }).toEqual(event);
        expect(read.right.parsed).toEqual(parsedOf(event));
      }),
      { numRuns: runs },
    );
  });

  it('is one line: a line end between its values is no part of it', () => {
    const event = { ...everyday, data: '{"a":1,"b":2}', metadata: '{"role":"dispatcher"}' };
    const line = eventLine(event);
    expect(eventAt(line, event.position)._tag).toBe('Right');
    for (const end of ['\n', '\r', '\r\n'])
      for (const place of [line.indexOf('"b"'), line.indexOf('"role"')])
        expect(eventAt(`${line.slice(0, place)}${end}${line.slice(place)}`, event.position)._tag).toBe(
          'Left',
        );
  });

  it('is taken only where an export writes it to the letter, whatever was put into it', () => {
    fc.assert(
      fc.property(
        wellFormed,
        fc.nat(),
        fc.oneof(awkward, fc.string(), fc.constant(' ')),
        fc.nat(3),
        (event, at, text, gone) => {
          const line = eventLine(event);
          const place = at % line.length;
          const altered = `${line.slice(0, place)}${text}${line.slice(place + gone)}`;
          const read = eventAt(altered, event.position);
          if (read._tag === 'Right') expect(eventLine(read.right.event)).toBe(altered);
        },
      ),
      { numRuns: runs },
    );
  });
});
