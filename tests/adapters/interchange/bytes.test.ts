import { memoryStore } from '@burgernet/adapters';
import { describe, expect, it } from 'vitest';
import { action, moment, start, uuid } from '../../domain/an-action.js';
import { done } from '../../support/outcome.js';
import { exported, imported, into, lines } from './importing.js';

const metadata = {
  actorId: uuid(1),
  role: 'dispatcher',
  commandId: uuid(2),
  correlationId: uuid(2),
  causationId: uuid(2),
};
const stream = `burgernet.action-${action}`;
const line = (data: string, more = JSON.stringify(metadata)): string =>
  `{"eventId":"${uuid(3)}","stream":"${stream}","revision":0,"position":1,"type":"ActionStarted","schemaVersion":1,"recordedAt":"${moment('18:03')}","data":${data},"metadata":${more}}`;
const started = line(JSON.stringify(start));

describe('an import', () => {
  it.each([
    ['lines that end in CR LF', `${started}\r\n`],
    ['a byte order mark', `\uFEFF${started}\n`],
    ['a byte order mark further on', `\n\uFEFF${started}\n`],
    ['a last line without an end', started],
    ['empty lines and lines of space', `\n  \t\r\n${started}\n\n\r\n`],
    [
      'space between the fields',
      `  ${started.replaceAll(/,"(?=[a-z]+":)/gi, ' , "').replace('{"eventId"', '{ "eventId"')} \n`,
    ],
  ])('takes %s', async (_, text) => {
    const store = memoryStore();
    expect(await imported(into(store), text)).toMatchObject({ lines: 1, taken: 1, refused: [] });
    expect(await done(store.read(stream))).toHaveLength(1);
  });

  it('counts the lines that it passes over', async () => {
    const outcome = await imported(into(), `\n\n${started}\nno\n`);
    expect(outcome).toMatchObject({
      lines: 2,
      taken: 0,
      held: [{ file: '-', line: 3 }],
      refused: [{ file: '-', line: 4 }],
    });
  });

  it('keeps to the byte what a store can hold: order, escapes, space within, numbers of any size', async () => {
    const data = `{ "runsUntil" :"2021-05-14T19:03:00.000Z","region":"midden-\\u006eederland", ${JSON.stringify(
      start,
    )
      .slice(1, -1)
      .replace(/"region":"[a-z-]+",/, '')
      .replace(/"runsUntil":"[^"]+",/, '')}}`;
    const more = `{"ticket":90071992547409931234567890,"rate":1.10,"again":1,"again":2,${JSON.stringify(metadata).slice(1)}`;
    const store = memoryStore();
    expect(await imported(into(store), line(data, more))).toMatchObject({ taken: 1, refused: [] });
    const [stored] = await done(store.read(stream));
    expect(stored).toMatchObject({ data, metadata: more });
    expect(await exported(store)).toBe(`${line(data, more)}\n`);
  });

  it('takes a line of 10 MB', async () => {
    const more = JSON.stringify({ ...metadata, remark: 'é'.repeat(5_000_000) });
    const store = memoryStore();
    expect(await imported(into(store), `${line(JSON.stringify(start), more)}\n`)).toMatchObject({ taken: 1 });
    expect((await done(store.read(stream)))[0]?.metadata).toBe(more);
  });

  it('refuses a line that is longer than any should be, and goes on behind it', async () => {
    const long = Buffer.alloc(65 * 1024 * 1024, ' ');
    const outcome = await imported(into(), Buffer.concat([long, Buffer.from(`\n${started}\n`)]));
    expect(outcome).toMatchObject({
      taken: 0,
      refused: [{ line: 1, mayBeOfAny: true, refusal: { tag: 'LineTooLong' } }],
      held: [{ line: 2 }],
    });
  });

  it.each<[string, boolean, Uint8Array]>([
    [
      'NotUtf8',
      true,
      Buffer.concat([Buffer.from('{"eventId":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
    ],
    ['NotUtf8', true, Buffer.from(`\uFEFF${started.slice(0, 50)}`, 'utf16le')],
    ['NotJson', false, Buffer.from(started.slice(0, -10))],
    ['NotJson', true, Buffer.from('{"eventId":"a\0b"}')],
    ['NotJson', true, Buffer.from("{'eventId': 1}")],
    ['FieldTwice', false, Buffer.from(started.replace('"position":1', '"position":1,"type":"ActionEnded"'))],
    [
      'FieldTwice',
      false,
      Buffer.from(started.replace('"position":1', '"position":1,"\\u0074ype":"ActionEnded"')),
    ],
    ['FormUnknown', true, Buffer.from('[1,2]')],
    ['FormUnknown', true, Buffer.from('null')],
    ['FormUnknown', true, Buffer.from('{"hello":"world"}')],
    ['FormUnknown', true, Buffer.from('{"eventId":"1","command":"StartAction"}')],
  ])(
    'refuses what no line may be (%s), says where it stands, and takes what is surely of another stream',
    async (tag, mayBeOfAny, bytes) => {
      const other = started.replaceAll(action, uuid(9));
      const text = Buffer.concat([Buffer.from(`${other}\n`), bytes, Buffer.from('\n')]);
      expect(await imported(into(), text)).toMatchObject({
        lines: 2,
        taken: mayBeOfAny ? 0 : 1,
        refused: [{ file: '-', line: 2, mayBeOfAny, refusal: { tag } }],
      });
    },
  );

  it('refuses data that is nested deeper than any stack', async () => {
    const deep = line(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    expect(await imported(into(), lines(deep, deep.replace('data', 'dada')))).toMatchObject({
      refused: [
        { line: 1, refusal: { tag: 'EventUnreadable', facts: { reason: 'malformed-data' } } },
        { line: 2, refusal: { tag: 'LineMalformed' } },
      ],
    });
    const command = `{"command":"StartAction","action":"${action}","recordedAt":"2021-05-14T20:03","data":{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`;
    expect(await imported(into(), command)).toMatchObject({
      refused: [{ refusal: { tag: 'CommandMalformed' } }],
    });
  });
});
