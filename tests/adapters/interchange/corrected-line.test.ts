import { type ImportDeps, memoryVault } from '@burgernet/adapters';
import type { StoredEvent } from '@burgernet/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuid } from '../../domain/an-action.js';
import { done } from '../../support/outcome.js';
import { exported, imported, into, lines } from './importing.js';

const action = 'a1b2c3d4-0000-4000-8000-00000000000f';
const stream = `burgernet.action-${action}`;
const other = uuid(2);
const otherStream = `burgernet.action-${other}`;

const start = (id: string) => ({
  command: 'StartAction',
  action: id,
  as: 'dispatcher:C. Entralist',
  recordedAt: '2021-05-14T20:03',
  data: {
    region: 'midden-nederland',
    status: 'actual',
    municipality: 'GM0034',
    touched: [],
    channels: ['app'],
    startedAt: '2021-05-14T20:03',
    runsUntil: '2021-05-14T21:03',
    supportsNlAlert: false,
  },
});
const mark = {
  command: 'MarkSuccess',
  action,
  as: 'coordinator:R. Coordinator',
  recordedAt: '2021-05-15T09:30',
  data: { successId: uuid(30), line: '112', attribution: 'direct' },
};
const count = (id: string) => ({
  command: 'CountShares',
  action: id,
  recordedAt: '2021-05-16T09:30',
  data: { platform: 'x', method: 'manual', count: 12 },
});

/** A history of two actions; the line that marks a success is the one that gets damaged. */
const commands = [start(action), start(other), mark, count(action), count(other)].map((value) =>
  JSON.stringify(value),
);
const damagedIn = (history: ReadonlyArray<string>): string =>
  history.find((line) => line.includes('"attribution"')) ?? expect.fail('No line marks a success.');
const good = damagedIn(commands);

/** Imports that give the same names the same ids. */
const imports = () => {
  const vault = memoryVault();
  return (): ImportDeps => into(undefined, { vault });
};

/** What stands in a stream; where in the log depends on what other streams took before. */
const standing = async ({ store }: ImportDeps, name: string) =>
  (await done(store.read(name))).map(({ position: _, ...event }: StoredEvent) => event);

const asEvents = async (format: 'ndjson' | 'cloudevents'): Promise<ReadonlyArray<string>> => {
  const deps = into();
  await imported(deps, lines(...commands));
  return (await exported(deps.store, format)).trimEnd().split('\n');
};

/** Puts a line in the place of the one that marks a success. */
const withLine = (history: ReadonlyArray<string>, line: string | Uint8Array): Uint8Array =>
  Buffer.concat(
    history.flatMap((text) => [Buffer.from(text === damagedIn(history) ? line : text), Buffer.from('\n')]),
  );

/** Imports a history with a bad line, and then the corrected one; it must become what it is at once. */
const corrects = async (history: ReadonlyArray<string>, bad: string | Uint8Array) => {
  const newDeps = imports();
  const clean = newDeps();
  const whole = lines(...history);
  expect(await imported(clean, whole)).toMatchObject({ refused: [], held: [] });
  const deps = newDeps();
  const first = await imported(deps, withLine(history, bad));
  expect(await done(deps.store.read(stream))).toEqual([]);
  expect(await imported(deps, whole)).toMatchObject({ refused: [], held: [] });
  for (const name of [stream, otherStream])
    expect(await standing(deps, name)).toEqual(await standing(clean, name));
  return first;
};

const bytes = (text: string, from: string, ...instead: ReadonlyArray<number>): Uint8Array => {
  const [before = '', after = ''] = text.split(from, 2);
  return Buffer.concat([Buffer.from(before), Uint8Array.from(instead), Buffer.from(after)]);
};
const without = (text: string, field: RegExp): string => text.replace(field, '');

describe('a line that cannot be read', () => {
  it.each<[string, string | Uint8Array]>([
    ['a byte that is no UTF-8', bytes(good, '112', 0xff)],
    ['its end cut off', good.slice(0, -1)],
    ['more than its end cut off', good.slice(0, good.indexOf('attribution') + 5)],
    ['no name', good.replace('"command":"MarkSuccess",', '')],
    ['its stream said twice', good.replace('{', `{"action":"${uuid(9)}",`)],
    ['its stream in upper case', good.replace(action, action.toUpperCase())],
    ['another kind of stream', good.replace('"action"', '"mailing"')],
    ['a kind of stream that asks for another id', good.replace('"action"', '"municipality"')],
    ['the name of its stream for an id', good.replace(action, stream)],
    ['an unknown field', good.replace('{', '{"x":1,')],
  ])('with %s refuses the stream that it names, and the others are taken', async (_, bad) => {
    const outcome = await corrects(commands, bad);
    expect(outcome).toMatchObject({ taken: 2, refused: [{ line: 3, mayBeOfAny: false }] });
    expect(outcome.held.map(({ line }) => line)).toEqual([1, 4]);
  });

  it.each<[string, string | Uint8Array]>([
    ['no stream', without(good, /"action":"[^"]*",/)],
    ['a byte that is no UTF-8 in the id of its stream', bytes(good, action.slice(4, 6), 0xff)],
    ['a byte that is no UTF-8 in the word for its stream', bytes(good, '"action', 0x22, 0xff)],
    ['a byte that is no UTF-8 for a quotation mark', bytes(good, '"112', 0xff, 0x31)],
    ['its end cut off within the id', good.slice(0, good.indexOf(action) + 20)],
    ['two streams of which one cannot be told', good.replace('{', '{"mailing":"1",')],
    ['something missing in its midst', good.replace('"as":', '"as"')],
    ['nothing but zeros', new Uint8Array(20)],
    ['no object', '[]'],
    ['its beginning before another whole line', good.slice(0, 15) + JSON.stringify(count(other))],
  ])('with %s may belong to any stream, and nothing is taken', async (_, bad) => {
    const outcome = await corrects(commands, bad);
    expect(outcome).toMatchObject({ taken: 0, events: 0, refused: [{ line: 3, mayBeOfAny: true }] });
    expect(outcome.held.map(({ line }) => line)).toEqual([1, 2, 4, 5]);
  });

  it.each(['ndjson', 'cloudevents'] as const)('is corrected as an event too, as %s', async (format) => {
    const events = await asEvents(format);
    const event = damagedIn(events);
    expect(event).toContain(stream);
    for (const bad of [
      bytes(event, '112', 0xff),
      event.slice(0, -1),
      without(event, /"(eventId|id)":"[^"]*",/),
      without(event, /"(type)":"[^"]*",/),
      event.replace('.action-', '.mailing-'),
      event.replace('.action-', '.acton-'),
      event.replace('burgernet.action-', 'burgrnet.action-'),
    ])
      expect(await corrects(events, bad)).toMatchObject({ taken: 3, refused: [{ mayBeOfAny: false }] });
    for (const bad of [
      without(event, /"(stream|subject)":"[^"]*",/),
      event.replace(action, action.slice(1)),
      event.replace(stream, ''),
    ])
      expect(await corrects(events, bad)).toMatchObject({ taken: 0, refused: [{ mayBeOfAny: true }] });
  });

  it('is corrected wherever it was cut off, whatever byte was damaged', async () => {
    const histories = [commands, await asEvents('ndjson'), await asEvents('cloudevents')];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...histories),
        fc.nat(),
        fc.option(fc.constantFrom(0xff, 0xc3, 0)),
        fc.option(fc.constantFrom(...commands.slice(3))),
        async (history, place, byte, behind) => {
          const line = Buffer.from(damagedIn(history));
          const index = place % line.length;
          const bad =
            byte === null
              ? Buffer.concat([line.subarray(0, index), Buffer.from(behind ?? '')])
              : Buffer.concat([line.subarray(0, index), Uint8Array.of(byte), line.subarray(index + 1)]);
          // Of two lines in one, the first must have left something.
          fc.pre(index > 0);
          await corrects(history, bad);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is none where it is blank', async () => {
    const text = commands.map((line) => `${line}\n \t\r\n\n`).join('');
    expect(await imported(into(), text)).toMatchObject({ lines: 5, taken: 5, refused: [] });
  });

  it('refuses no other stream where it is of somebody else’s', async () => {
    const foreign = damagedIn(await asEvents('ndjson')).replace(stream, 'orders-7');
    expect(await imported(into(), lines(...commands, foreign))).toMatchObject({
      taken: 5,
      refused: [{ line: 6, mayBeOfAny: false, refusal: { tag: 'StreamForeign' } }],
    });
  });
});
