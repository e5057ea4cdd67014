import { domainRegistry, Label } from '@burgernet/domain';
import { histories } from '@burgernet/domain/testing';
import { WhoRecorded } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { log, utc, uuid } from '../support/log.js';
import { runs, size } from '../support/runs.js';
import { almere, as, marked, reach, start } from '../support/said.js';

const registry = domainRegistry();

const whoOf = (events: ReturnType<typeof log>, when: ConstructorParameters<typeof WhoRecorded>[0] = {}) => {
  const who = new WhoRecorded(when);
  for (const event of events) who.handle(registry.decode(event));
  return who;
};

const [sam, noor] = [uuid(1), uuid(2)];
const by = (role: 'dispatcher' | 'coordinator', actorId: typeof sam) => ({ metadata: { role, actorId } });
const aDay = log(
  { ...start(10), ...by('dispatcher', sam) },
  { ...start(11), metadata: { source: { kind: 'table', name: as(Label, 'a table') } } },
  { ...reach(10, 5, 'app'), ...by('dispatcher', sam) },
  { ...marked(10, '2022-01-03T09:00'), ...by('coordinator', noor) },
);

describe('who recorded what', () => {
  it('gives a row to each id in each role, with what it recorded and when', () => {
    expect(whoOf(aDay).recorders()).toEqual([
      {
        role: 'dispatcher',
        actorId: sam,
        municipality: null,
        events: 2,
        imported: 0,
        first: utc('2021-05-14T18:03'),
        last: utc('2021-05-14T18:20'),
        byType: [
          { type: 'ActionStarted', events: 1 },
          { type: 'ReachMeasured', events: 1 },
        ],
      },
      {
        role: 'coordinator',
        actorId: noor,
        municipality: null,
        events: 1,
        imported: 0,
        first: utc('2022-01-03T09:00'),
        last: utc('2022-01-03T09:00'),
        byType: [{ type: 'SuccessMarked', events: 1 }],
      },
      {
        role: 'system',
        actorId: uuid(9),
        municipality: null,
        events: 1,
        imported: 1,
        first: utc('2021-05-14T18:03'),
        last: utc('2021-05-14T18:03'),
        byType: [{ type: 'ActionStarted', events: 1 }],
      },
    ]);
  });

  it('counts what was recorded in a period, both its ends included, and in a role', () => {
    const in2021 = whoOf(aDay, { from: utc('2021-05-14T18:03'), to: utc('2021-05-14T18:20') });
    expect(in2021.recorders().map(({ events }) => events)).toEqual([2, 1]);
    const earlier = whoOf(aDay, { to: utc('2021-05-14T18:19') });
    expect(earlier.recorders().map(({ events }) => events)).toEqual([1, 1]);
    expect(
      whoOf(aDay, { role: 'coordinator' })
        .recorders()
        .map(({ actorId }) => actorId),
    ).toEqual([noor]);
  });

  it('tells apart one id that acts for two municipalities', () => {
    const role = 'municipality';
    const events = log(
      { ...start(10), metadata: { role, actorId: sam, municipality: almere } },
      { ...start(11), metadata: { role, actorId: sam } },
    );
    expect(
      whoOf(events)
        .recorders()
        .map(({ municipality }) => municipality),
    ).toEqual([almere, null]);
  });

  it('counts what cannot be read apart, and says it of nobody', () => {
    const [first, ...rest] = aDay;
    if (first === undefined) throw new Error('no first event');
    const events = [{ ...first, type: 'OfAnotherRelease' }, ...rest];
    const who = whoOf(events, { from: utc('2021-01-01T00:00'), to: utc('2021-12-31T00:00') });
    expect(who.unreadable).toBe(1);
    expect(who.recorders().map(({ events: n }) => n)).toEqual([1, 1]);
    expect(whoOf(events, { from: utc('2022-01-01T00:00') }).unreadable).toBe(0);
    expect(whoOf([{ ...first, recordedAt: 'yesterday' }], { from: utc('2022-01-01T00:00') }).unreadable).toBe(
      1,
    );
  });

  it('adds up to the log, whatever the history', () => {
    fc.assert(
      fc.property(histories({ size }), ({ stored }) => {
        const who = whoOf(stored);
        const all = who.recorders();
        expect(all.reduce((sum, { events }) => sum + events, 0) + who.unreadable).toBe(stored.length);
        for (const { events, byType, first, last } of all) {
          expect(byType.reduce((sum, of) => sum + of.events, 0)).toBe(events);
          expect(first <= last).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });
});
