import { type MunicipalityCode, parseStream, type Region, type StoredEvent } from '@burgernet/domain';
import { damagedHistories } from '@burgernet/domain/testing';
import { annualReport, definitionOf, Figures, type Query, type ReadModels } from '@burgernet/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { log, utc, uuid } from '../support/log.js';
import { answers, expectSame, readAll } from '../support/read.js';
import { runs, size } from '../support/runs.js';
import {
  almere,
  definition,
  inhabitants,
  participants,
  response,
  sent,
  start,
  utrecht,
} from '../support/said.js';

const started = (of: number) => ({
  of,
  at: '2021-05-14T18:03',
  event: {
    type: 'ActionStarted' as const,
    data: {
      region: 'midden-nederland' as const,
      status: 'actual' as const,
      touched: [],
      channels: [],
      startedAt: utc('2021-05-14T18:03'),
      runsUntil: utc('2021-05-14T19:03'),
      supportsNlAlert: false,
    },
  },
});
const ended = (of: number) => ({
  of,
  at: '2021-05-14T19:03',
  event: {
    type: 'ActionEnded' as const,
    data: { endedAt: utc('2021-05-14T19:03'), reason: { code: 'found' as const } },
  },
});

const entry = (
  models: ReadModels,
  name: string,
  query: { year: number; month?: number },
  asOf?: { registered: ReturnType<typeof utc> },
) => {
  const definition = definitionOf(name);
  if (definition === undefined) throw new Error(`No figure ${name}.`);
  return new Figures(models, asOf ?? 'latest').entry(definition, query);
};

describe('an event that cannot be read', () => {
  it('freezes its stream from there on, and all other streams go on', () => {
    fc.assert(
      fc.property(damagedHistories({ size }), ({ stored, broken, reason }) => {
        const models = readAll(stored);
        const held = stored.filter(
          ({ stream, position }) => stream === broken.stream && position > broken.position,
        );
        expect(models.quarantine.events.map(({ position }) => position)).toEqual([
          broken.position,
          ...held.map(({ position }) => position),
        ]);
        expect(models.quarantine.events[0]).toMatchObject({ position: broken.position, reason });
        for (const event of models.quarantine.events.slice(1)) expect(event.reason).toBe('stream-frozen');
        const readable = readAll(
          stored.filter(({ stream, position }) => stream !== broken.stream || position < broken.position),
        );
        expectSame(answers(models, 'latest', readable), answers(readable, 'latest'));
      }),
      { numRuns: runs },
    );
  });

  it('is kept once however often it is delivered', () => {
    fc.assert(
      fc.property(damagedHistories({ size }), ({ stored, deliveries }) => {
        expect(readAll(deliveries).quarantine.events).toEqual(readAll(stored).quarantine.events);
      }),
      { numRuns: runs },
    );
  });

  it('leaves no figure without a mark that would be another one if it could be read', () => {
    fc.assert(
      fc.property(damagedHistories({ size }), ({ stored, intact, broken, reason }) => {
        // An event of another known type in its place is no event that could not be read: it is not there.
        const original = intact.stored.find(({ position }) => position === broken.position);
        fc.pre(reason !== 'conflict' || original?.type === broken.type);
        const whole = readAll(intact.stored);
        const models = readAll(stored);
        const found = answers(models, 'latest', whole);
        answers(whole, 'latest').forEach(({ figure, region, query, value }, at) => {
          if (JSON.stringify(found[at]?.value) === JSON.stringify(value)) return;
          const definition = definitionOf(figure);
          if (definition === undefined) throw new Error(`No figure ${figure}.`);
          const marked = new Figures(models, 'latest', region).entry(definition, query).incomplete;
          if (marked !== true) expect.fail(`${figure} of ${region} ${JSON.stringify(query)} is not marked`);
        });
      }),
      { numRuns: runs },
    );
  });

  it('makes the figures that touch its stream incomplete, and no others', () => {
    const [one, two, three] = log(started(1), ended(1), started(2));
    if (one === undefined || two === undefined || three === undefined) throw new Error('Three events.');
    const models = readAll([one, { ...two, schemaVersion: 7 }, three]);
    expect(models.quarantine.events).toMatchObject([{ reason: 'unknown-version', position: 2 }]);
    expect(entry(models, 'actions', { year: 2021 })).toMatchObject({ value: 2, incomplete: true });
    expect(entry(models, 'actions', { year: 2021, month: 5 })).toMatchObject({ incomplete: true });
    expect(entry(models, 'actions', { year: 2021, month: 6 })).not.toHaveProperty('incomplete');
    expect(entry(models, 'actions', { year: 2020 })).not.toHaveProperty('incomplete');
    expect(entry(models, 'inquiries', { year: 2021 })).not.toHaveProperty('incomplete');
    expect(
      entry(models, 'actions', { year: 2021 }, { registered: utc('2021-05-14T19:00') }),
    ).not.toHaveProperty('incomplete');
    expect(annualReport(models, 2021, 'latest')).toMatchObject({ quarantined: 1 });
  });

  it('marks a municipality by its year, every month of it, and the shares that rest on inhabitants of earlier years', () => {
    const [counted, people] = log(
      inhabitants('GM0344', '2019-01-01', 1_000),
      participants('GM0344', '2021-12-31', 90),
    );
    if (counted === undefined || people === undefined) throw new Error('Two events.');
    const later: StoredEvent = {
      ...counted,
      position: 3,
      revision: 1,
      eventId: uuid(77),
      data: counted.data.replace('1000', '-1'),
    };
    const models = readAll([counted, people, later]);
    expect(entry(models, 'participants.mail', { year: 2021 })).toMatchObject({
      numerator: 90,
      incomplete: true,
    });
    expect(entry(models, 'participants.mail', { year: 2018 })).not.toHaveProperty('incomplete');
    expect(entry(models, 'app.downloads', { year: 2019, month: 7 })).toMatchObject({
      value: null,
      incomplete: true,
    });
    expect(entry(models, 'app.downloads', { year: 2021 })).not.toHaveProperty('incomplete');
    expect(entry(models, 'actions', { year: 2019 })).not.toHaveProperty('incomplete');
  });

  it('marks of the counts of a municipality only its own, those of its region, and those of the country', () => {
    const [counted, people] = log(
      inhabitants('GM0344', '2021-01-01', 1_000),
      participants('GM0034', '2021-12-31', 90),
    );
    if (counted === undefined || people === undefined) throw new Error('Two events.');
    const broken: StoredEvent = { ...counted, position: 3, revision: 1, eventId: uuid(77), data: '{' };
    const models = readAll([counted, people, broken]);
    const isMarked = (region?: Region, municipality?: MunicipalityCode): boolean =>
      new Figures(models, 'latest', region).entry(definition('participants.mail'), {
        year: 2021,
        ...(municipality === undefined ? {} : { municipality }),
      }).incomplete === true;
    expect([isMarked(), isMarked('midden-nederland'), isMarked('zeeland-west-brabant')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([isMarked(undefined, utrecht), isMarked(undefined, almere)]).toEqual([true, false]);
  });

  describe('of an action', () => {
    const unread = (
      of: number,
      startedAt: string,
      more: Partial<StoredEvent>,
    ): ReadonlyArray<StoredEvent> => {
      const [first, second] = log(
        start(of, { startedAt: utc(startedAt), runsUntil: utc(`${startedAt.slice(0, 11)}23:59`) }),
        response(of, 11, '112', 'app'),
      );
      if (first === undefined || second === undefined) throw new Error('Two events.');
      return [first, { ...second, ...more }];
    };
    const changed = { type: 'ActionChanged', data: '{' };
    const isMarked = (events: ReadonlyArray<StoredEvent>, query: Partial<Query>, region?: Region): boolean =>
      new Figures(readAll(events), 'latest', region).entry(definition('actions'), { year: 2021, ...query })
        .incomplete === true;

    it('marks its own municipality and type where it cannot have moved from there', () => {
      const events = unread(1, '2021-05-14T18:03', { data: '{' });
      expect(isMarked(events, { municipality: almere, type: 'missing-person' })).toBe(true);
      expect(isMarked(events, { municipality: utrecht })).toBe(false);
      expect(isMarked(events, { type: 'robbery' })).toBe(false);
    });

    it.each([
      ['that changes it', changed],
      ['of an unknown type', { type: 'ActionMoved' }],
      ['of another kind of stream', { type: 'MailingWithdrawn', data: '{"reason":{"code":"error"}}' }],
    ])('marks every municipality and type of its month and region where it is one %s', (_, more) => {
      const events = unread(1, '2021-05-14T18:03', more);
      expect(isMarked(events, { municipality: utrecht, month: 5 })).toBe(true);
      expect(isMarked(events, { type: 'robbery' })).toBe(true);
      expect(isMarked(events, { municipality: utrecht, month: 6 })).toBe(false);
      expect(isMarked(events, { year: 2020 })).toBe(false);
      expect(isMarked(events, {}, 'midden-nederland')).toBe(true);
      expect(isMarked(events, {}, 'zeeland-west-brabant')).toBe(false);
    });

    it('says nothing of another action, which may have moved', () => {
      const events = [
        ...unread(1, '2021-05-14T18:03', { data: '{' }),
        ...unread(2, '2021-06-14T18:03', changed).map((event, at) => ({
          ...event,
          position: 3 + at,
          recordedAt: '2021-06-14T18:10:00.000Z',
        })),
      ];
      expect(isMarked(events, { municipality: utrecht, month: 6 })).toBe(true);
      expect(isMarked(events, { municipality: utrecht, month: 5 })).toBe(false);
    });

    it('marks nothing where the action was withdrawn', () => {
      const [first, second] = unread(1, '2021-05-14T18:03', {});
      const [, withdrawn] = log(start(1), {
        of: 1,
        at: '2021-05-14T18:40',
        event: { type: 'ActionWithdrawn', data: { reason: { code: 'hoax' } } },
      });
      if (first === undefined || second === undefined || withdrawn === undefined) throw new Error('Three.');
      const after = { ...second, data: '{', position: 3, revision: 2, eventId: uuid(78) };
      expect(isMarked([first, withdrawn, after], {})).toBe(false);
    });
  });

  it('of a mailing marks the municipality and the year that it is known to be of', () => {
    const [first, assessed] = log(sent(1, 'municipality', 'GM0344'), {
      of: 1,
      at: '2021-03-09T12:00',
      event: { type: 'MailingAssessed', data: { relevant: true, toTheCase: false } },
    });
    if (first === undefined || assessed === undefined) throw new Error('Two events.');
    const models = readAll([first, { ...assessed, data: '{' }]);
    const isMarked = (query: Query): boolean =>
      new Figures(models, 'latest').entry(definition('prevention'), query).incomplete === true;
    expect(isMarked({ year: 2021, municipality: utrecht })).toBe(true);
    expect(isMarked({ year: 2021, municipality: almere })).toBe(false);
    expect(isMarked({ year: 2020 })).toBe(false);
  });

  it('may belong to any year at all where not even the moment of its recording can be read', () => {
    const [one] = log(started(1));
    if (one === undefined) throw new Error('One event.');
    const models = readAll([{ ...one, recordedAt: 'yesterday' }]);
    expect(entry(models, 'actions', { year: 2021 })).toMatchObject({ value: 0, incomplete: true });
    expect(entry(models, 'actions', { year: 2099 })).toMatchObject({ incomplete: true });
  });

  it('of a mailing of which nothing is known may belong to any year up to its own', () => {
    const [one] = log(sent(1, 'BT', 'BT1'));
    if (one === undefined) throw new Error('One event.');
    const models = readAll([{ ...one, data: '{"half":' }]);
    expect(entry(models, 'inquiries', { year: 2020 })).toMatchObject({ value: 0, incomplete: true });
    expect(entry(models, 'inquiries', { year: 2022 })).not.toHaveProperty('incomplete');
    expect(entry(models, 'actions', { year: 2021 })).not.toHaveProperty('incomplete');
  });

  it('may belong to any year up to its own where nothing of its stream is known', () => {
    const [one] = log(started(1));
    if (one === undefined) throw new Error('One event.');
    const models = readAll([{ ...one, data: '{"half":' }]);
    expect(models.quarantine.events).toMatchObject([{ reason: 'malformed-data' }]);
    expect(entry(models, 'actions', { year: 2021 })).toMatchObject({ value: 0, incomplete: true });
    expect(entry(models, 'actions', { year: 2022 })).not.toHaveProperty('incomplete');
  });

  it('under no stream of ours is reported and touches no figure', () => {
    const [one] = log(started(1));
    if (one === undefined) throw new Error('One event.');
    const foreign: StoredEvent = { ...one, stream: 'burgernet.weather-1' };
    expect(parseStream(foreign.stream)).toBeUndefined();
    const models = readAll([foreign]);
    expect(models.quarantine.events).toMatchObject([{ reason: 'foreign-stream', position: 1 }]);
    expect(models.quarantine.frozen).toEqual([]);
    expect(entry(models, 'actions', { year: 2021 })).not.toHaveProperty('incomplete');
  });
});

describe('two events of one id in a stream', () => {
  it('are one where they say the same, and the second is quarantined where it says another thing', () => {
    const [one, two] = log(started(1), ended(1));
    if (one === undefined || two === undefined) throw new Error('Two events.');
    const again: StoredEvent = { ...two, revision: 2, position: 3 };
    expect(readAll([one, two, again]).quarantine.events).toEqual([]);
    const other: StoredEvent = { ...again, data: two.data.replace('found', 'other') };
    expect(readAll([one, two, other]).quarantine.events).toMatchObject([
      { reason: 'contradicts-earlier', eventId: uuid(1_000_001), position: 3 },
    ]);
  });

  it('stand apart where their streams are different', () => {
    const [one, two] = log(started(1), started(2));
    if (one === undefined || two === undefined) throw new Error('Two events.');
    const models = readAll([one, { ...two, eventId: one.eventId }]);
    expect(entry(models, 'actions', { year: 2021 })).toMatchObject({ value: 2 });
  });
});

describe('recordedAt that goes back in a stream', () => {
  it('is read as the latest moment seen so far', () => {
    const [one, two] = log(started(1), ended(1));
    if (one === undefined || two === undefined) throw new Error('Two events.');
    const ahead: StoredEvent = { ...one, recordedAt: '2021-06-01T00:00:00.000Z' };
    const models = readAll([ahead, two]);
    expect(models.quarantine.events).toEqual([]);
    expect([...models.ledger.postings('actions.awaiting-verdict', 2021)]).toMatchObject([
      { recordedAt: '2021-06-01T00:00:00.000Z', cause: 'ended' },
    ]);
  });
});
