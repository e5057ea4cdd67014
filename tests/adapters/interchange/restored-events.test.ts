import { type AppendOutcome, type EventStore, memoryStore, runCommand } from '@burgernet/adapters';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it } from 'vitest';
import { moment, uuid } from '../../domain/an-action.js';
import { done } from '../../support/outcome.js';
import { ask, depsOn, run, starting, stream } from '../commands/on-the-action.js';
import { exported, imported, into } from './importing.js';

const mark = (n: number) =>
  ask('dispatcher', '18:30', 'MarkSuccess', { successId: uuid(n), line: '112', attribution: 'direct' });

/** The lines of an action with two markings, and of another action. */
const history = async (): Promise<ReadonlyArray<string>> => {
  const deps = depsOn();
  const [one, two] = [
    { ...starting(), id: uuid(2) },
    { ...mark(32), id: uuid(2) },
  ];
  await run(deps, starting(), one, mark(30), mark(31), two);
  return (await exported(deps.store)).trimEnd().split('\n');
};
const text = (lines: ReadonlyArray<string>): string => lines.map((line) => `${line}\n`).join('');

describe('events that are restored', () => {
  it('are refused in the whole stream of a refused line, and taken in all others', async () => {
    const [first = '', other = '', marked = '', again = '', marked2 = ''] = await history();
    const bad = marked.replace('direct', 'perhaps');
    const store = memoryStore();
    const outcome = await imported(into(store), text([first, other, bad, again, marked2]));
    expect(outcome).toMatchObject({ lines: 5, taken: 2, repeated: 0, events: 2 });
    expect(outcome.refused).toMatchObject([
      {
        file: '-',
        line: 3,
        stream,
        refusal: { tag: 'EventUnreadable', facts: { reason: 'malformed-data' } },
      },
    ]);
    expect(outcome.held).toEqual([
      { file: '-', line: 1, stream },
      { file: '-', line: 4, stream },
    ]);
    expect(await exported(store)).toBe(
      text([other, marked2]).replace('"position":2', '"position":1').replace('"position":5', '"position":2'),
    );
  });

  it('are refused where a line of their stream is missing', async () => {
    const [first = '', , , again = ''] = await history();
    const outcome = await imported(into(), text([first, again]));
    expect(outcome.refused).toMatchObject([
      { line: 2, refusal: { tag: 'LinesMissing', facts: { stream, expected: 1, revision: 2 } } },
    ]);
    expect(outcome.taken).toBe(0);
  });

  it('are refused where lines of their stream stand out of order', async () => {
    const [first = '', , marked = '', again = ''] = await history();
    const outcome = await imported(into(), text([first, again, marked]));
    expect(outcome).toMatchObject({ taken: 0, refused: [{ line: 2, refusal: { tag: 'LinesMissing' } }] });
  });

  it('may stand anywhere between those of other streams, whatever their position says', async () => {
    const [first = '', other = '', marked = '', again = '', marked2 = ''] = await history();
    const store = memoryStore();
    const outcome = await imported(into(store), text([other, marked2, first, marked, again]));
    expect(outcome).toMatchObject({ taken: 5, refused: [] });
    expect((await done(store.read(stream))).map(({ revision }) => revision)).toEqual([0, 1, 2]);
  });

  it('may stand there without saying where they stood', async () => {
    const lines = (await history()).map((line) => line.replace(/"revision":\d+,"position":\d+,/, ''));
    const store = memoryStore();
    expect(await imported(into(store), text(lines))).toMatchObject({ taken: 5, refused: [] });
    expect((await done(store.read(stream))).map(({ revision }) => revision)).toEqual([0, 1, 2]);
  });

  it('go on a stream that stands in the store already', async () => {
    const [first = '', , marked = '', again = ''] = await history();
    const store = memoryStore();
    await imported(into(store), text([first, marked]));
    expect(await imported(into(store), text([again]))).toMatchObject({ taken: 1, refused: [] });
    expect(await done(store.read(stream))).toHaveLength(3);
  });

  it('are refused where the store has one of them with other content', async () => {
    const [first = '', , marked = '', again = ''] = await history();
    const store = memoryStore();
    await imported(into(store), text([first, marked]));
    const altered = marked.replace('"line":"112"', '"line":"app"');
    const outcome = await imported(into(store), text([first, altered, again]));
    expect(outcome).toMatchObject({
      taken: 0,
      repeated: 1,
      refused: [{ line: 2, refusal: { tag: 'EventDiffers', facts: { stream } } }],
      held: [{ line: 3 }],
    });
    expect(await done(store.read(stream))).toHaveLength(2);
  });

  it('change nothing where a line stands there twice', async () => {
    const [first = '', , marked = ''] = await history();
    const store = memoryStore();
    const outcome = await imported(into(store), text([first, first, marked, marked]));
    expect(outcome).toMatchObject({ taken: 2, repeated: 2, refused: [] });
  });

  it('are refused on a frozen stream, and it says which event froze it', async () => {
    const [first = '', , marked = ''] = await history();
    const store = memoryStore();
    await imported(into(store), text([first]));
    const [stored] = await done(store.read(stream));
    const { type, schemaVersion, recordedAt, data, metadata } = stored ?? expect.fail('Nothing was taken.');
    const foreign = { eventId: uuid(50), type, schemaVersion, recordedAt, data, metadata };
    await done(store.append({ stream, expected: 0, events: [foreign] }));
    expect(await imported(into(store), text([first, marked]))).toMatchObject({
      taken: 0,
      repeated: 1,
      refused: [
        { line: 2, refusal: { tag: 'StreamFrozen', facts: { eventId: uuid(50), reason: 'conflict' } } },
      ],
    });
  });

  it.each([
    [
      'no stream of ours',
      (line: string) => line.replaceAll('burgernet.action-', 'other.action-'),
      'StreamForeign',
    ],
    [
      'a field that nobody knows',
      (line: string) => line.replace('"data"', '"clock":1,"data"'),
      'LineMalformed',
    ],
    ['no data', (line: string) => line.replace('"data"', '"dataText":"","x"'), 'LineMalformed'],
    [
      'both data and its text',
      (line: string) => line.replace('"data"', '"dataText":"","data"'),
      'LineMalformed',
    ],
    [
      'a schema version that is no number',
      (line: string) => line.replace('Version":1', 'Version":"1"'),
      'LineMalformed',
    ],
    [
      'an event of a later release',
      (line: string) => line.replace('Version":1', 'Version":2'),
      'EventUnreadable',
    ],
    [
      'an event of another kind',
      (line: string) => line.replace('ActionStarted', 'MailingSent'),
      'EventUnreadable',
    ],
    [
      'a moment in another form',
      (line: string) => line.replace('00.000Z","data', '00Z","data'),
      'EventUnreadable',
    ],
  ])('are refused with %s', async (_, change, tag) => {
    const [first = ''] = await history();
    expect(change(first)).not.toBe(first);
    expect(await imported(into(), change(first))).toMatchObject({
      taken: 0,
      refused: [{ line: 1, refusal: { tag } }],
    });
  });

  it('may be of a data text that cannot stand in a line as it is', async () => {
    const [first = ''] = await history();
    const data = /"data":(\{.*\}),"metadata"/.exec(first)?.[1] ?? '';
    const pretty = JSON.stringify(JSON.parse(data), null, 2);
    const line = first.replace(`"data":${data}`, () => `"dataText":${JSON.stringify(pretty)}`);
    const store = memoryStore();
    expect(await imported(into(store), line)).toMatchObject({ taken: 1, refused: [] });
    expect(await done(store.read(stream))).toMatchObject([{ data: pretty }]);
    expect(await exported(store)).toBe(`${line}\n`);
  });

  it('are not appended where somebody else wrote to their stream between the passes', async () => {
    const [first = '', other = '', marked = '', again = '', marked2 = ''] = await history();
    const store = memoryStore();
    await imported(into(store), text([first]));
    const meanwhile: EventStore = {
      ...store,
      appendAll: (batches) =>
        TE.chain(
          (): TE.TaskEither<never, ReadonlyArray<AppendOutcome>> => async () => {
            const outcomes = await store.appendAll(batches)();
            return outcomes._tag === 'Right' ? outcomes : expect.fail('The store refused to work.');
          },
        )(async () => {
          const response = ask('dispatcher', '18:40', 'ReceiveResponse', {
            responseId: uuid(60),
            line: '112',
            entry: 'phone',
            receivedAt: moment('18:40'),
          });
          await runCommand(depsOn(store))({ ...response, commandId: uuid(61) })();
          return { _tag: 'Right', right: undefined };
        }),
    };
    const outcome = await imported(into(meanwhile), text([first, other, marked, again, marked2]));
    expect(outcome).toMatchObject({
      taken: 2,
      repeated: 1,
      refused: [{ line: 3, stream, refusal: { tag: 'RevisionConflict' } }],
      held: [{ line: 4, stream }],
    });
    const types = (await done(store.read(stream))).map(({ type }) => type);
    expect(types).toEqual(['ActionStarted', 'ResponseReceived']);
    expect(await done(store.read(`burgernet.action-${uuid(2)}`))).toHaveLength(2);
  });

  it('are repeats where the same import ran between the passes, and a conflict where they say otherwise', async () => {
    const lines = await history();
    const racing = (other: string): EventStore => {
      const store = memoryStore();
      let raced = false;
      return {
        ...store,
        appendAll: (batches) => async () => {
          if (!raced) {
            raced = true;
            await imported(into(store), other);
          }
          return store.appendAll(batches)();
        },
      };
    };
    const same = await imported(into(racing(text(lines))), text(lines));
    expect(same).toMatchObject({ taken: 0, repeated: 5, refused: [] });
    const altered = text(lines).replace('"line":"112"', '"line":"app"');
    const other = await imported(into(racing(altered)), text(lines));
    expect(other).toMatchObject({
      taken: 0,
      repeated: 4,
      refused: [{ line: 3, stream, refusal: { tag: 'EventDiffers' } }],
    });
  });
});
