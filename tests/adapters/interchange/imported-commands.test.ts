import { eventIdOf, load, memoryStore, systemActor } from '@burgernet/adapters';
import { domainRegistry } from '@burgernet/domain';
import { LogCheck } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { action, moment, uuid } from '../../domain/an-action.js';
import { done } from '../../support/outcome.js';
import { stream } from '../commands/on-the-action.js';
import { exported, imported, into, lines } from './importing.js';

const start = {
  command: 'StartAction',
  id: uuid(70),
  action,
  as: 'dispatcher:C. Entralist',
  recordedAt: '2021-05-14T20:03:00+02:00',
  data: {
    region: 'midden-nederland',
    status: 'actual',
    municipality: 'GM0034',
    touched: [],
    channels: ['app'],
    startedAt: '2021-05-14T20:03',
    runsUntil: '2021-05-14T21:03:00.0009+02:00',
    supportsNlAlert: false,
  },
};
const mark = {
  command: 'MarkSuccess',
  action,
  as: 'coordinator:R. Coordinator',
  recordedAt: '2022-01-10T09:30',
  data: {
    successId: uuid(30),
    line: '112',
    attribution: 'direct',
    foundAt: { moment: '2021-05-14T21:30', precision: 'instant' },
  },
};

const read = (store: ReturnType<typeof memoryStore>, name = stream) => done(store.read(name));

describe('commands that are imported', () => {
  it('are recorded when and by whom their lines say, with their moments brought to UTC', async () => {
    const deps = into();
    expect(await imported(deps, lines(start, mark))).toMatchObject({
      lines: 2,
      taken: 2,
      events: 3,
      refused: [],
    });
    const events = await done(deps.store.read(stream));
    expect(events.map(({ type, recordedAt }) => [type, recordedAt])).toEqual([
      ['ActionStarted', moment('18:03')],
      ['ActionEnded', '2022-01-10T08:30:00.000Z'],
      ['SuccessMarked', '2022-01-10T08:30:00.000Z'],
    ]);
    const [started, , marked] = events.map(({ data }): unknown => JSON.parse(data));
    expect(started).toMatchObject({ startedAt: moment('18:03'), runsUntil: moment('19:03') });
    expect(marked).toMatchObject({ foundAt: { moment: moment('19:30'), precision: 'instant' } });
  });

  it('leave a role and an id in the log, the name in the vault, and what they were made from', async () => {
    const deps = into();
    await imported(deps, lines(start, mark));
    const events = await done(deps.store.read(stream));
    const [started, ended, marked] = events.map(({ metadata }): unknown => JSON.parse(metadata));
    const nobody = (): string => expect.fail('The vault does not know the name.');
    const dispatcher = await done(deps.vault.actor('dispatcher', 'C. Entralist', moment('18:03'), nobody));
    const coordinator = await done(
      deps.vault.actor('coordinator', 'R. Coordinator', moment('18:03'), nobody),
    );
    const source = { kind: 'command', name: 'standard input' };
    expect(started).toMatchObject({ role: 'dispatcher', actorId: dispatcher, commandId: uuid(70), source });
    expect(ended).toMatchObject({ role: 'system', actorId: systemActor.id, source });
    expect(marked).toMatchObject({ role: 'coordinator', actorId: coordinator, source });
    expect(events[0]?.eventId).toBe(eventIdOf({ kind: 'action', id: action }, uuid(70), 0));
    expect(JSON.stringify(events)).not.toMatch(/Entralist|Coordinator/);
  });

  it('change nothing when they are given again, with an id of their own or without', async () => {
    const deps = into();
    const text = lines(start, mark);
    await imported(deps, text);
    const before = await done(deps.store.read(stream));
    expect(await imported(deps, text)).toMatchObject({ lines: 2, taken: 0, repeated: 2, refused: [] });
    expect(await imported(deps, text + text)).toMatchObject({ lines: 4, taken: 0, repeated: 4, refused: [] });
    const fresh = into();
    expect(await imported(fresh, text + text)).toMatchObject({
      lines: 4,
      taken: 2,
      repeated: 2,
      refused: [],
    });
    expect(await done(deps.store.read(stream))).toEqual(before);
  });

  it('are two where one id is given on two streams, and each is known again', async () => {
    const deps = into();
    const text = lines(start, { ...start, action: uuid(2) });
    expect(await imported(deps, text)).toMatchObject({ taken: 2, refused: [] });
    const [one, two] = [await read(deps.store), await read(deps.store, `burgernet.action-${uuid(2)}`)];
    expect(one.map(({ eventId }) => eventId)).not.toEqual(two.map(({ eventId }) => eventId));
    expect(await imported(deps, text)).toMatchObject({ taken: 0, repeated: 2, refused: [] });
    const copied = into(memoryStore(), {
      prefix: 'elsewhere',
      registry: domainRegistry('elsewhere'),
    });
    expect(await imported(copied, text)).toMatchObject({ taken: 2, refused: [] });
    expect((await read(copied.store, `elsewhere.action-${action}`)).map(({ eventId }) => eventId)).toEqual(
      one.map(({ eventId }) => eventId),
    );
    const check = new LogCheck();
    await done(load(deps.store, domainRegistry(), check));
    expect(check.findings()).toEqual([]);
  });

  it('are the same without an id however their fields, moments and spaces are written', async () => {
    const deps = into();
    await imported(deps, lines(start, mark));
    const { data, ...rest } = mark;
    const { foundAt, ...others } = data;
    const again = { data: { foundAt: { ...foundAt, moment: moment('19:30') }, ...others }, ...rest };
    const spaced = JSON.stringify({ ...again, recordedAt: '2022-01-10T08:30:00Z' }, null, 1).replaceAll(
      '\n',
      ' ',
    );
    expect(await imported(deps, spaced)).toMatchObject({ taken: 0, repeated: 1, refused: [] });
  });

  it('have ids that nobody’s name can be guessed from', async () => {
    const ids = async (as: string) => {
      const store = memoryStore();
      await imported(into(store), lines({ ...start, id: undefined, as }));
      return (await read(store)).map(({ eventId }) => eventId);
    };
    expect(await ids('dispatcher:Jansen')).toEqual(await ids('dispatcher:Pietersen'));
  });

  it.each([
    ['other data', { data: { ...start.data, status: 'test' } }, 'CommandIdReused'],
    ['another role', { as: 'system' }, 'CommandIdReused'],
    ['another moment', { recordedAt: '2021-05-14T20:04:00+02:00' }, 'MomentDiffers'],
  ])('are refused under an id that was used with %s', async (_, other, tag) => {
    const deps = into();
    await imported(deps, lines(start));
    expect(await imported(deps, lines({ ...start, ...other }))).toMatchObject({
      taken: 0,
      refused: [{ line: 1, stream, refusal: { tag, facts: { commandId: uuid(70) } } }],
    });
    expect(await imported(into(), lines(start, { ...start, ...other }))).toMatchObject({
      taken: 0,
      refused: [{ line: 2, refusal: { tag: 'CommandIdReused' } }],
      held: [{ line: 1 }],
    });
  });

  it('are decided on what the lines before them say', async () => {
    const tooLate = { ...mark, command: 'ExtendRunTime', as: 'dispatcher:C. Entralist' };
    const extend = { ...tooLate, data: { runsUntil: '2022-01-11T00:00', reason: { code: 'other' } } };
    expect(await imported(into(), lines(start, extend))).toMatchObject({
      taken: 0,
      refused: [{ line: 2, stream, refusal: { tag: 'RunTimeOver' } }],
      held: [{ line: 1, stream }],
    });
  });

  it('leave no name in the vault where they are refused', async () => {
    const deps = into();
    await imported(deps, lines({ ...start, as: 'coordinator:R. Coordinator' }));
    let made = 0;
    await done(
      deps.vault.actor('coordinator', 'R. Coordinator', moment('18:03'), () => {
        made += 1;
        return uuid(1);
      }),
    );
    expect(made).toBe(1);
  });

  it.each([
    ['an unknown command', { command: 'StartActions' }, 'CommandUnknown'],
    ['data that its codec refuses', { data: { ...start.data, channels: ['radio'] } }, 'CommandMalformed'],
    ['a moment that happened twice', { recordedAt: '2021-10-31T02:30' }, 'LineMalformed'],
    ['no moment', { recordedAt: undefined }, 'LineMalformed'],
    [
      'a moment within its data that never was',
      { data: { ...start.data, startedAt: '2021-03-28T02:30' } },
      'CommandMalformed',
    ],
    ['an actor without a name', { as: 'dispatcher' }, 'ActorMalformed'],
    ['an actor with another role', { as: 'mayor:A. Burgemeester' }, 'ActorMalformed'],
    ['a municipality that is no code', { as: 'municipality:Almere' }, 'ActorNotAMunicipality'],
    ['no stream', { action: undefined }, 'LineMalformed'],
    ['two streams', { mailing: uuid(2) }, 'LineMalformed'],
    ['a stream of no such id', { action: '1' }, 'IdMalformed'],
    ['a field that nobody knows', { recordedat: '2021' }, 'LineMalformed'],
    ['an id that is none', { id: 'one' }, 'LineMalformed'],
    ['a role that may not', { as: 'coordinator:R. Coordinator' }, 'RoleNotAllowed'],
  ])('are refused with %s', async (_, change, tag) => {
    expect(await imported(into(), lines({ ...start, ...change }))).toMatchObject({
      taken: 0,
      refused: [{ line: 1, refusal: { tag } }],
    });
  });

  it.each([
    ['its moment', { recordedAt: '2021-10-31T02:30' }],
    ['a moment in its data', { data: { ...start.data, startedAt: '2021-10-31T02:30' } }],
  ])('are refused in sentences with one full stop where %s happened twice', async (_, change) => {
    const { refused } = await imported(into(), lines({ ...start, ...change }));
    expect(refused[0]?.refusal.text.en).toMatch(
      /add an offset, \+02:00 or \+01:00(?:; correct it|\. Correct the line)/,
    );
    expect(refused[0]?.refusal.text.nl).not.toMatch(/\.\./);
  });

  it('are refused without a number that was rounded when it was read', async () => {
    const shares = { command: 'CountShares', action, recordedAt: '2021-05-14T20:10' };
    const data = { platform: 'x', method: 'manual', count: 12 };
    const line = JSON.stringify({ ...shares, data }).replace('12', '9007199254740993');
    const { refused } = await imported(into(), lines(start, line));
    expect(refused).toMatchObject([{ line: 2, refusal: { tag: 'CommandMalformed' } }]);
    expect(refused[0]?.refusal.text.en).toMatch(/count: .*\(a number too large to be exact\); correct it/);
  });

  it('are refused where they say a thing twice, at any depth', async () => {
    const twice = JSON.stringify(start).replace('"status":"actual"', '"status":"test","status":"actual"');
    expect(await imported(into(), twice)).toMatchObject({
      refused: [{ stream, refusal: { tag: 'FieldTwice', facts: { field: 'status' } } }],
    });
  });

  it('are refused where their clock runs back in the stream', async () => {
    const early = { ...mark, as: 'dispatcher:C. Entralist', recordedAt: '2021-05-14T20:02' };
    expect(await imported(into(), lines(start, early))).toMatchObject({
      refused: [{ line: 2, refusal: { tag: 'RecordedBackwards', facts: { stream } } }],
    });
  });

  it('may count for a municipality, by itself or by the system', async () => {
    const store = memoryStore();
    const count = {
      command: 'CountInhabitants',
      municipality: 'GM0034-2021',
      recordedAt: '2021-03-01T12:00',
      data: {
        region: 'midden-nederland',
        municipality: 'GM0034',
        count: 215_000,
        referenceDate: '2021-01-01',
        source: 'CBS',
      },
    };
    const [own, other] = [
      { ...count, as: 'municipality:GM0034' },
      { ...count, as: 'municipality:GM0344', recordedAt: '2021-03-02T12:00' },
    ];
    const outcome = await imported(into(store), lines(count, own));
    expect(outcome.refused).toEqual([]);
    const who = (await read(store, 'burgernet.municipality-GM0034-2021')).map(({ metadata }): unknown =>
      JSON.parse(metadata),
    );
    expect(who).toMatchObject([
      { role: 'system', actorId: systemActor.id },
      { role: 'municipality', municipality: 'GM0034' },
    ]);
    expect(await imported(into(store), lines(other))).toMatchObject({
      refused: [{ refusal: { tag: 'NotItsMunicipality' } }],
    });
  });

  it('give the same events in two new stores but for who acted, and the same bytes with one vault', async () => {
    const text = lines(start, mark);
    const [one, other] = [into(), into()];
    const again = into(memoryStore(), { vault: one.vault });
    for (const deps of [one, other, again]) await imported(deps, text);
    const bytes = await exported(one.store);
    expect(await exported(again.store)).toBe(bytes);
    const withoutActors = (log: string) => log.replaceAll(/"actorId":"[^"]*"/g, '');
    expect(await exported(other.store)).not.toBe(bytes);
    expect(withoutActors(await exported(other.store))).toBe(withoutActors(bytes));
  });

  it('give the same bytes from the same input and the same ids for names', async () => {
    const bytes = async (pieces: number) => {
      let ids = 90;
      const deps = into(memoryStore(), { newId: () => uuid(ids++) });
      await imported(deps, lines(start, mark), pieces);
      return exported(deps.store);
    };
    expect(await bytes(1 << 16)).toBe(await bytes(7));
  });
});
