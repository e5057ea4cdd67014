import { cloudEventLine, memoryStore } from '@burgernet/adapters';
import { Instant, type StoredEvent } from '@burgernet/domain';
import { damages, histories } from '@burgernet/domain/testing';
import { CloudEvent, type CloudEventV1, HTTP, type Message } from 'cloudevents';
import isCloudEvent from 'cloudevents/dist/schema/v1.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validatorOf } from '../../support/schemas.js';
import { exported, holding, imported, into } from './importing.js';

const numRuns = 30;

const linesOf = (text: string): ReadonlyArray<string> => text.split('\n').slice(0, -1);

/** The JSON Schema of CloudEvents, which the official package brings along compiled. */
const expectValid = (line: string): Readonly<Record<string, unknown>> => {
  const value: Readonly<Record<string, unknown>> = JSON.parse(line);
  expect([isCloudEvent(value), line]).toEqual([true, line]);
  return value;
};

/** What the Dutch profile asks beyond CloudEvents. */
const expectProfile = (value: Readonly<Record<string, unknown>>): void => {
  expect(value['source']).toMatch(/^urn:nld:[a-z0-9.:-]+$/);
  expect(value['type']).toMatch(/^nl(\.[a-z]+(-[a-z]+)*)+(\.v[1-9][0-9]*)?$/);
  for (const [name, attribute] of Object.entries(value)) {
    expect(name).toMatch(/^[a-z0-9]{1,20}$/);
    if (name === 'data') continue;
    if (typeof attribute === 'number') expect(Math.abs(attribute)).toBeLessThan(2 ** 31);
    else expect(attribute).toMatch(/^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]+$/u);
  }
};

/** The same event after it went through the official package, as a message of HTTP. */
const throughHttp = (line: string, send: (event: CloudEvent<unknown>) => Message): CloudEventV1<unknown> => {
  const sent = new CloudEvent<unknown>(JSON.parse(line), true);
  const received = HTTP.toEvent<unknown>(send(sent));
  if (Array.isArray(received)) throw new Error('One event came back as several.');
  return received;
};

describe('every exported CloudEvent', () => {
  it('keeps to the schema of CloudEvents, to the profile, and its data to the schema that it names', async () => {
    await fc.assert(
      fc.asyncProperty(histories({ size: 40 }), async ({ stored }) => {
        const lines = linesOf(await exported(await holding(stored), 'cloudevents'));
        expect(lines).toHaveLength(stored.length);
        const events = lines.map(expectValid);
        events.forEach(expectProfile);
        for (const { dataschema, data } of events)
          expect([validatorOf(String(dataschema))(data), data]).toEqual([true, data]);
        const sequence = events.map((event) => String(event['sequence']));
        expect(sequence.toSorted()).toEqual(sequence);
      }),
      { numRuns },
    );
  });

  it('keeps to them also where the store holds what nobody can read', () => {
    const hostile = (event: StoredEvent): ReadonlyArray<StoredEvent> => [
      ...damages.map(({ damage }) => damage(event, event)),
      { ...event, metadata: event.metadata.replace('"role"', '"\u0085\uFFFF":1,\n"role"') },
      { ...event, data: 'a\u0000b', metadata: '\u0007' },
    ];
    fc.assert(
      fc.property(histories({ size: 10 }), fc.nat(), ({ stored }, turn) => {
        const event = stored[turn % stored.length];
        if (event === undefined) return;
        for (const line of hostile(event).map(cloudEventLine())) {
          const { metadata, ...others } = expectValid(line);
          // A text may be empty; that is all that is wrong with it.
          expectProfile(metadata === '' || metadata === undefined ? others : { ...others, metadata });
          new CloudEvent(JSON.parse(line), true);
        }
      }),
      { numRuns },
    );
  });

  it.each([
    ['structured', HTTP.structured],
    ['binary', HTTP.binary],
  ])('comes back without loss through the official package as a %s message', async (_, send) => {
    await fc.assert(
      fc.asyncProperty(histories({ size: 40 }), async ({ stored }) => {
        const text = await exported(await holding(stored), 'cloudevents');
        const passed = linesOf(text).map((line) => JSON.stringify(throughHttp(line, send)));
        const store = memoryStore();
        expect(await imported(into(store), passed.join('\n'))).toMatchObject({
          taken: stored.length,
          refused: [],
        });
        expect(await exported(store, 'cloudevents')).toBe(text);
      }),
      { numRuns },
    );
  });

  it('with metadata that no attribute may hold is restored to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(histories({ size: 10 }), async ({ stored }) => {
        const odd = stored.map((event) => ({
          ...event,
          metadata: ` ${event.metadata.replace('{', '{"other":"\u0085",')}\n`,
        }));
        const text = await exported(await holding(odd), 'cloudevents');
        const store = memoryStore();
        expect(await imported(into(store), text)).toMatchObject({ taken: odd.length, refused: [] });
        expect(await exported(store)).toBe(await exported(await holding(odd)));
        for (const line of linesOf(text)) expect(JSON.parse(line)).toHaveProperty('metadatabase64');
      }),
      { numRuns },
    );
  });
});

describe('the time of a CloudEvent', () => {
  it('is the moment of recording, never that of the occurrence', () => {
    fc.assert(
      fc.property(histories({ size: 10 }), ({ stored }) => {
        for (const event of stored) {
          const { time } = expectValid(cloudEventLine()(event));
          expect(Instant.is(time) && time === event.recordedAt).toBe(true);
        }
      }),
      { numRuns },
    );
  });
});
