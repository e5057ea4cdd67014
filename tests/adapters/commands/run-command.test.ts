import { eventIdOf, type RevisionConflict, runCommand, systemActor } from '@burgernet/adapters';
import { Label } from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it } from 'vitest';
import { action, by, moment, start, uuid } from '../../domain/an-action.js';
import { refused } from '../../support/outcome.js';
import { ask, depsOn, run, standing, starting, stream } from './on-the-action.js';

const marking = { successId: uuid(30), line: '112', attribution: 'direct' };

describe('a command', () => {
  it('leaves its events in the stream and says where they stand', async () => {
    const deps = depsOn();
    const [outcome] = await run(deps, starting({ commandId: uuid(1) }));
    expect(outcome).toEqual({
      stream,
      commandId: uuid(1),
      repeated: false,
      events: await standing(deps),
    });
    expect(outcome?.events).toEqual([
      expect.objectContaining({
        stream,
        revision: 0,
        position: 1,
        eventId: eventIdOf({ kind: 'action', id: action }, uuid(1), 0),
        type: 'ActionStarted',
        schemaVersion: 1,
        recordedAt: moment('18:03'),
        data: JSON.stringify(start),
      }),
    ]);
  });

  it('says on every event who gave it and what it belongs to', async () => {
    const deps = depsOn();
    const source = { kind: 'command', name: valid(Label, 'evening.ndjson') } as const;
    await run(
      deps,
      starting({ commandId: uuid(1), correlationId: uuid(2), causationId: uuid(3), source }),
      ask(
        'dispatcher',
        '18:04',
        'ExtendRunTime',
        {
          runsUntil: moment('20:03'),
          reason: { code: 'still-searching' },
        },
        { commandId: uuid(4) },
      ),
    );
    const metadata = (await standing(deps)).map((event): unknown => JSON.parse(event.metadata));
    const { id: actorId, role } = by('dispatcher');
    expect(metadata).toEqual([
      { actorId, role, commandId: uuid(1), correlationId: uuid(2), causationId: uuid(3), source },
      { actorId, role, commandId: uuid(4), correlationId: uuid(4), causationId: uuid(4) },
    ]);
  });

  it('says for which municipality an official acts', async () => {
    const deps = depsOn();
    await run(
      deps,
      starting(),
      ask('dispatcher', '18:30', 'MarkSuccess', marking),
      ask('municipality', '20:00', 'ThankParticipants', {
        municipality: 'GM0034',
        how: { code: 'app' },
        at: moment('19:59'),
      }),
    );
    const last = (await standing(deps)).at(-1);
    expect(JSON.parse(last?.metadata ?? '')).toMatchObject({ role: 'municipality', municipality: 'GM0034' });
  });

  it('records the end that the run time brought as the doing of the system, in the same batch', async () => {
    const deps = depsOn();
    const late = ask('coordinator', '21:00', 'MarkSuccess', marking, { commandId: uuid(5) });
    const [, outcome] = await run(deps, starting(), late);
    expect(outcome?.events.map(({ type, eventId, recordedAt }) => ({ type, eventId, recordedAt }))).toEqual([
      {
        type: 'ActionEnded',
        eventId: eventIdOf({ kind: 'action', id: action }, uuid(5), 0),
        recordedAt: moment('21:00'),
      },
      {
        type: 'SuccessMarked',
        eventId: eventIdOf({ kind: 'action', id: action }, uuid(5), 1),
        recordedAt: moment('21:00'),
      },
    ]);
    const who = outcome?.events.map(({ metadata }): unknown => JSON.parse(metadata));
    expect(who).toMatchObject([
      { role: 'system', actorId: systemActor.id, commandId: uuid(5) },
      { role: 'coordinator', actorId: by('coordinator').id, commandId: uuid(5) },
    ]);
  });

  it('gets a random id where it is given none', async () => {
    const deps = { ...depsOn(), newId: () => uuid(77) };
    const [outcome] = await run(deps, starting());
    expect(outcome?.commandId).toBe(uuid(77));
  });

  it('is refused by the rule of the domain, and leaves no event', async () => {
    const deps = depsOn();
    expect(await refused(runCommand(deps)(ask('coordinator', '18:03', 'StartAction', start)))).toMatchObject({
      tag: 'RoleNotAllowed',
      facts: { allowed: ['dispatcher'] },
    });
    expect(await standing(deps)).toEqual([]);
  });

  it('is refused where its data is not what its codec describes', async () => {
    const fault = await refused(runCommand(depsOn())(starting({ data: { ...start, region: 'utrecht' } })));
    expect(fault).toMatchObject({ tag: 'CommandMalformed', facts: { command: 'StartAction' } });
    expect(fault).toMatchObject({ facts: { detail: expect.stringContaining('region') } });
  });

  it('is refused at once where its data leads back to itself in many ways, as a request of a server does', async () => {
    const ring: Record<string, unknown> = {};
    for (const name of ['a', 'b', 'c', 'd']) ring[name] = { ring, list: [ring] };
    const fault = await refused(runCommand(depsOn())(starting({ data: ring })));
    expect(fault).toMatchObject({ tag: 'CommandMalformed', facts: { command: 'StartAction' } });
  });

  it.each(['MarkSucces', 'toString', '__proto__'])('is refused where nobody knows it: %s', async (type) => {
    const fault = await refused(runCommand(depsOn())({ ...starting(), type }));
    expect(fault).toMatchObject({ tag: 'CommandUnknown', facts: { kind: 'action', command: type } });
  });

  it.each([
    ['action', 'GM0034-2021'],
    ['municipality', uuid(1)],
    ['mailing', '../1'],
  ] as const)('is refused where the id is none of its kind: %s %s', async (kind, id) => {
    expect(await refused(runCommand(depsOn())(starting({ kind, id })))).toMatchObject({
      tag: 'IdMalformed',
      facts: { kind, id },
    });
  });

  it('takes the stream’s last moment where the clocks differ by no more than the tolerance', async () => {
    const deps = { ...depsOn(), tolerance: 1_000 };
    const mark = ask('dispatcher', '18:02:59.000', 'MarkSuccess', marking);
    const [, outcome] = await run(deps, starting(), mark);
    expect(outcome?.events[0]?.recordedAt).toBe(moment('18:03'));
  });

  it('is refused where its clock runs behind the stream by more than the tolerance', async () => {
    const deps = { ...depsOn(), tolerance: 1_000 };
    await run(deps, starting());
    const mark = ask('dispatcher', '18:02:58.999', 'MarkSuccess', marking);
    expect(await refused(runCommand(deps)(mark))).toMatchObject({
      tag: 'RecordedBackwards',
      facts: { stream, last: moment('18:03'), recordedAt: moment('18:02:58.999') },
    });
  });

  it('is given up, with nothing recorded, where others keep writing to its stream', async () => {
    const deps = depsOn();
    const tried: unknown[] = [];
    const busy = {
      ...deps.store,
      append: (batch: Parameters<typeof deps.store.append>[0]) => {
        tried.push(batch);
        const conflict: RevisionConflict = {
          tag: 'RevisionConflict',
          stream,
          expected: batch.expected,
          actual: 7,
          text: { en: 'Somebody else was first.', nl: 'Iemand anders was eerst.' },
        };
        return TE.left(conflict);
      },
    };
    const error = await refused(runCommand({ ...deps, store: busy })(starting()));
    expect(error).toMatchObject({ tag: 'StreamContended', facts: { stream, attempts: 10 } });
    expect(tried).toHaveLength(10);
  });

  it('passes on what the store could not do', async () => {
    const deps = depsOn();
    await deps.store.close();
    expect(await refused(runCommand(deps)(starting()))).toMatchObject({ tag: 'StoreUnavailable' });
  });
});
