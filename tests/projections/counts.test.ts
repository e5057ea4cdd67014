import { Slug } from '@burgernet/domain';
import { currentDefinitions, Figures, type Query } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { log, type Said, uuid } from '../support/log.js';
import { readAll } from '../support/read.js';
import {
  almere,
  as,
  downloads,
  figure,
  inhabitants,
  marked,
  officers,
  participants,
  ratio,
  reach,
  response,
  sent,
  start,
  utrecht,
  value,
} from '../support/said.js';

describe('responses', () => {
  it('count by line, by entry, and once for the action that was responded to', () => {
    const models = readAll(
      log(
        start(1),
        start(2),
        response(1, 11, '112', 'app'),
        response(1, 12, '0800-0011', 'app'),
        response(2, 13, '112', 'phone'),
      ),
    );
    expect(figure(models, 'responses.112')).toEqual(value(2));
    expect(figure(models, 'responses.app')).toEqual(value(2));
    expect(figure(models, 'responses.0800-0011')).toEqual(value(1));
    expect(figure(models, 'actions.with-response')).toEqual(ratio(1, 2, '50.0'));
  });
});

describe('finds that are no direct success', () => {
  it('count by their attribution, unless the action has a class', () => {
    const at = '2021-05-14T18:30';
    const models = readAll(
      log(
        ...[1, 2, 3, 4].map((of) => start(of)),
        marked(1, at, { line: '112', attribution: 'indirect' }),
        marked(2, at, { line: '112', attribution: 'without-burgernet' }),
        marked(3, at, { line: '112', attribution: 'indirect' }),
        marked(3, at, { line: '112', successId: uuid(51) }),
      ),
    );
    expect(figure(models, 'success.indirect')).toEqual(ratio(1, 4, '25.0'));
    expect(figure(models, 'find.without-burgernet')).toEqual(ratio(1, 4, '25.0'));
    expect(figure(models, 'success.full')).toEqual(ratio(1, 4, '25.0'));
  });
});

describe('reach', () => {
  it('is not stated until it is measured, a recount replaces it, and 0 is stated', () => {
    const models = readAll(
      log(
        start(1),
        reach(1, 0, 'push'),
        start(2),
        reach(2, 900, 'push'),
        reach(2, 700, 'push', '2021-05-15T09:00'),
      ),
    );
    expect(figure(models, 'reach.sms')).toEqual(value(null));
    expect(figure(models, 'reach.app')).toEqual(value(700));
    expect(figure(models, 'reach.app', { year: 2021 }, '2021-05-14T18:20')).toEqual(value(900));
    expect([...models.ledger.postings('reach', 2021)].map(({ amount, cause }) => [amount, cause])).toEqual([
      [0, 'new'],
      [900, 'new'],
      [-200, 'recount'],
    ]);
  });

  it('measured in two ways has a row for each and no total', () => {
    const models = readAll(log(start(1), reach(1, 100, 'push'), reach(1, 80, 'opened')));
    expect(figure(models, 'reach.app')).toEqual({
      kind: 'by-method',
      rows: [
        { method: 'opened', value: 80 },
        { method: 'push', value: 100 },
      ],
    });
  });
});

describe('shares', () => {
  it('add up however they were counted', () => {
    const counted = (method: string, count: number): Said => ({
      of: 1,
      at: '2021-05-14T18:30',
      event: {
        type: 'SharesCounted',
        data: { platform: as(Slug, 'facebook'), method: as(Slug, method), count },
      },
    });
    expect(figure(readAll(log(start(1), counted('public', 3), counted('all', 4))), 'shares')).toEqual(
      value(7),
    );
  });
});

describe('a figure', () => {
  it('comes to the same however often the same figures are asked', () => {
    const models = readAll(
      log(
        ...['midden-nederland' as const, 'zeeland-west-brabant' as const].flatMap((region, nth) => [
          start(10 + nth, { region, municipality: almere }),
          response(10 + nth, 20 + nth, '112', 'app'),
          sent(12 + nth, 'BT', 'BT1', region),
        ]),
        start(30, { municipality: utrecht, type: 'robbery' }),
        reach(30, 6, 'push'),
        reach(10, 5, 'push'),
        inhabitants('GM0034', '2021-01-01', 1_000),
        inhabitants('GM0344', '2021-01-01', 500),
        participants('GM0034', '2021-12-31', 90),
        participants('GM0344', '2021-12-31', 50),
        officers('GM0034', '2021-12-31', 1),
        officers('GM0344', '2021-12-31', 2),
      ),
    );
    const asked: ReadonlyArray<Query> = [
      { year: 2021 },
      { year: 2021, month: 5 },
      { year: 2021, municipality: utrecht },
      { year: 2021, type: 'robbery' },
    ];
    for (const region of [undefined, 'midden-nederland'] as const) {
      const figures = new Figures(models, 'latest', region);
      for (const one of currentDefinitions)
        for (const query of [...asked, ...asked, ...asked])
          expect([one.name, query, figures.value(one, query)]).toEqual([
            one.name,
            query,
            new Figures(models, 'latest', region).value(one, query),
          ]);
    }
  });
});

describe('stocks', () => {
  it('are those of the latest reference date in the period, of inhabitants not counted after it', () => {
    const models = readAll(
      log(
        inhabitants('GM0034', '2019-01-01', 200_000),
        inhabitants('GM0034', '2021-12-31', 210_000),
        participants('GM0034', '2021-06-30', 100),
        participants('GM0034', '2021-09-30', 90),
      ),
    );
    expect(figure(models, 'participants.mail')).toEqual(ratio(90, 200_000, '0.0'));
    expect(figure(models, 'participants.mail', { year: 2021, month: 6 })).toEqual(ratio(100, 200_000, '0.1'));
    expect(figure(models, 'participants.mail', { year: 2021, month: 7 })).toEqual({
      kind: 'ratio',
      numerator: null,
      denominator: null,
      percentage: null,
    });
    expect(figure(models, 'participants.mail', { year: 2022 })).toMatchObject({ numerator: null });
  });

  it('are divided by the inhabitants of each municipality counted last, at the latest on the very day', () => {
    const models = readAll(
      log(
        inhabitants('GM0034', '2019-01-01', 1_000),
        inhabitants('GM0034', '2021-06-30', 2_000),
        inhabitants('GM0034', '2021-07-01', 4_000),
        inhabitants('GM0344', '2019-01-01', 500),
        inhabitants('GM0307', '2021-01-01', 70),
        participants('GM0034', '2021-06-30', 100),
        participants('GM0034', '2021-03-31', 80),
        participants('GM0344', '2021-12-31', 50),
      ),
    );
    expect(figure(models, 'participants.mail')).toEqual(ratio(150, 2_500, '6.0'));
    expect(figure(models, 'participants.mail', { year: 2021, municipality: utrecht })).toEqual(
      ratio(50, 500, '10.0'),
    );
    expect(figure(models, 'participants.mail', { year: 2021, month: 3 })).toEqual(ratio(80, 1_000, '8.0'));
  });

  it('add up only the municipalities that state both participants and inhabitants', () => {
    const models = readAll(
      log(
        inhabitants('GM0034', '2019-01-01', 1_000),
        participants('GM0034', '2021-12-31', 90),
        participants('GM0344', '2021-12-31', 50),
      ),
    );
    expect(figure(models, 'participants.mail')).toEqual(ratio(90, 1_000, '9.0'));
    expect(figure(models, 'participants.mail', { year: 2021, municipality: utrecht })).toEqual({
      kind: 'ratio',
      numerator: 50,
      denominator: null,
      percentage: null,
    });
  });
});

describe('safety officers', () => {
  it('are counted by municipalities that had any at their latest reference date', () => {
    const models = readAll(
      log(
        officers('GM0034', '2021-07-01', 0),
        officers('GM0034', '2021-01-01', 1),
        officers('GM0344', '2021-01-01', 2),
        officers('GM0307', '2021-01-01', 0),
      ),
    );
    expect(figure(models, 'safety-officers.municipalities')).toEqual(value(1));
    expect(figure(models, 'safety-officers.municipalities', { year: 2021, month: 1 })).toEqual(value(2));
    expect(figure(models, 'safety-officers.municipalities', { year: 2020 })).toEqual(value(null));
  });
});

describe('mailings', () => {
  const assessed = (of: number, relevant: boolean, toTheCase: boolean): Said => ({
    of,
    at: '2021-03-09T12:00',
    event: { type: 'MailingAssessed', data: { relevant, toTheCase } },
  });

  it('count inquiries with what they gave, the teams once each, and never as actions', () => {
    const models = readAll(
      log(
        sent(1, 'BT', 'BT1'),
        sent(2, 'BT', 'BT1'),
        sent(3, 'DR', 'DR1'),
        assessed(1, true, true),
        assessed(2, true, false),
        assessed(1, true, false),
      ),
    );
    expect(figure(models, 'inquiries')).toEqual(value(3));
    expect(figure(models, 'inquiries.relevant')).toEqual(ratio(2, 3, '66.7'));
    expect(figure(models, 'inquiries.to-the-case')).toEqual(ratio(0, 3, '0.0'));
    expect(figure(models, 'inquiries.to-the-case', { year: 2021 }, '2021-03-09T12:00')).toEqual(
      ratio(0, 3, '0.0'),
    );
    expect(figure(models, 'inquiries.teams')).toEqual(value(2));
    const withdrawn = readAll(
      log(sent(1, 'BT', 'BT1'), sent(2, 'DR', 'DR1'), {
        of: 1,
        at: '2021-03-09T12:00',
        event: { type: 'MailingWithdrawn', data: { reason: { code: 'error' } } },
      }),
    );
    expect(figure(withdrawn, 'inquiries.teams')).toEqual(value(1));
    expect(figure(models, 'actions')).toEqual(value(0));
  });

  it('count a prevention message under the municipality that sent it', () => {
    const models = readAll(log(sent(1, 'municipality', 'GM0344'), sent(2, 'municipality', 'GM0344')));
    expect(figure(models, 'prevention', { year: 2021, municipality: utrecht })).toEqual(value(2));
    expect(figure(models, 'prevention.municipalities')).toEqual(value(1));
  });

  it('count under no municipality where a team sent them, whatever it is called', () => {
    const models = readAll(log(sent(1, 'BT', 'BT1'), sent(2, 'DR', 'GM0344')));
    expect(figure(models, 'inquiries', { year: 2021, municipality: utrecht })).toEqual(value(0));
    expect(figure(models, 'inquiries', { year: 2021, municipality: null })).toEqual(value(2));
  });
});

describe('downloads', () => {
  it('add up over the months that state them, a recount replaces the first, and a month without a count has none', () => {
    const models = readAll(log(downloads('2021-01', 0), downloads('2021-03', 9), downloads('2021-03', 7)));
    expect(figure(models, 'app.downloads')).toEqual(value(7));
    expect(figure(models, 'app.downloads', { year: 2021, month: 1 })).toEqual(value(0));
    expect(figure(models, 'app.downloads', { year: 2021, month: 2 })).toEqual(value(null));
  });
});
