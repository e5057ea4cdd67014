import type { ActionEvent, DomainEvent, MailingEvent, MunicipalityEvent } from '@burgernet/domain';
import { Label, Month, MunicipalityCode, PlainDate, SenderCode, Slug } from '@burgernet/domain';
import {
  board,
  currentDefinitions,
  definitionOf,
  Figures,
  percentage,
  type Query,
  type ReadModels,
} from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { log, type Said, utc, uuid } from '../support/log.js';
import { readAll } from '../support/read.js';

const as = <A>(codec: { readonly is: (u: unknown) => u is A }, value: unknown): A => {
  if (!codec.is(value)) throw new Error(`Not valid: ${String(value)}`);
  return value;
};
const almere = as(MunicipalityCode, 'GM0034');
const utrecht = as(MunicipalityCode, 'GM0344');

const started = (
  overrides: Partial<(ActionEvent & { type: 'ActionStarted' })['data']> = {},
): DomainEvent => ({
  type: 'ActionStarted',
  data: {
    region: 'midden-nederland',
    status: 'actual',
    touched: [],
    channels: ['app'],
    startedAt: utc('2021-05-14T18:03'),
    runsUntil: utc('2021-05-14T19:03'),
    supportsNlAlert: false,
    type: 'missing-person',
    municipality: almere,
    ...overrides,
  },
});
const start = (of: number, overrides: Parameters<typeof started>[0] = {}): Said => ({
  of,
  at: '2021-05-14T18:03',
  event: started(overrides),
});
const marked = (
  of: number,
  at: string,
  data: Partial<(ActionEvent & { type: 'SuccessMarked' })['data']> = {},
): Said => ({
  of,
  at,
  event: {
    type: 'SuccessMarked',
    data: { successId: uuid(50), line: '0800-0011', attribution: 'direct', ...data },
  },
});
const response = (
  of: number,
  id: number,
  line: '0800-0011' | '112' | 'app',
  entry: 'phone' | 'app',
): Said => ({
  of,
  at: '2021-05-14T18:10',
  event: {
    type: 'ResponseReceived',
    data: { responseId: uuid(id), line, entry, receivedAt: utc('2021-05-14T18:10') },
  },
});
const reach = (of: number, count: number, method: string, at = '2021-05-14T18:20'): Said => ({
  of,
  at,
  event: { type: 'ReachMeasured', data: { channel: 'app', count, method: as(Slug, method) } },
});
const participants = (code: string, date: string, count: number, at = '2021-12-31T12:00'): Said => ({
  of: `${code}-${date.slice(0, 4)}`,
  at,
  event: {
    type: 'ParticipantsCounted',
    data: {
      region: 'midden-nederland',
      municipality: as(MunicipalityCode, code),
      channel: 'mail',
      referenceDate: as(PlainDate, date),
      count,
      source: as(Label, 'a count of a test'),
    },
  } satisfies MunicipalityEvent,
});
const inhabitants = (code: string, date: string, count: number): Said => ({
  of: `${code}-${date.slice(0, 4)}`,
  at: '2021-12-31T12:00',
  event: {
    type: 'InhabitantsCounted',
    data: {
      region: 'midden-nederland',
      municipality: as(MunicipalityCode, code),
      referenceDate: as(PlainDate, date),
      count,
      source: as(Label, 'a count of a test'),
    },
  },
});

const figure = (
  models: ReadModels,
  name: string,
  query: Query = { year: 2021 },
  asOf: 'latest' | string = 'latest',
) => {
  const definition = definitionOf(name);
  if (definition === undefined) throw new Error(`No figure ${name}.`);
  const known = asOf === 'latest' ? 'latest' : { registered: utc(asOf) };
  return new Figures(models, known).value(definition, query);
};
const value = (n: number | null) => ({ kind: 'value', value: n });
const ratio = (numerator: number, denominator: number, percent: string | null) => ({
  kind: 'ratio',
  numerator,
  denominator,
  percentage: percent,
});

describe('a success that is registered the day after', () => {
  const models = readAll(
    log(
      start(1),
      start(2),
      {
        of: 1,
        at: '2021-05-14T19:03',
        event: {
          type: 'ActionEnded',
          data: { endedAt: utc('2021-05-14T19:03'), reason: { code: 'run-time-over' } },
        },
      },
      marked(1, '2021-05-15T07:12', { line: '112' }),
    ),
  );

  it('counts as full and as late, and changes nothing of what the portal says', () => {
    expect(figure(models, 'success.portal')).toEqual(ratio(0, 2, '0.0'));
    expect(figure(models, 'success.full')).toEqual(ratio(1, 2, '50.0'));
    expect(figure(models, 'success.class.late-unknown')).toEqual(ratio(1, 2, '50.0'));
  });

  it('is not there as known the evening before, when the action waited for a verdict', () => {
    expect(figure(models, 'success.full', { year: 2021 }, '2021-05-14T21:00')).toEqual(ratio(0, 2, '0.0'));
    expect(figure(models, 'actions.awaiting-verdict', { year: 2021 }, '2021-05-14T21:00')).toEqual(
      ratio(1, 2, '50.0'),
    );
    expect(figure(models, 'actions.awaiting-verdict')).toEqual(ratio(0, 2, '0.0'));
  });

  it('counts in the month in which the action started, and posts with the cause late-success', () => {
    expect(figure(models, 'success.full', { year: 2021, month: 5 })).toEqual(ratio(1, 2, '50.0'));
    expect(figure(models, 'success.full', { year: 2021, month: 6 })).toEqual(ratio(0, 0, null));
    expect(
      [...models.ledger.postings('success.full', 2021)].map(({ cause, amount }) => [cause, amount]),
    ).toEqual([['late-success', 1]]);
  });

  it('makes thanks due in the municipality of the action', () => {
    expect(figure(models, 'thanks.due', { year: 2021, municipality: almere })).toEqual(value(1));
    expect(figure(models, 'thanks.due', { year: 2021, municipality: utrecht })).toEqual(value(0));
  });
});

describe('actions that do not count', () => {
  it('are exercises and tests, and withdrawn ones with all that hangs on them', () => {
    const models = readAll(
      log(
        start(1, { status: 'exercise' }),
        start(2, { status: 'test' }),
        start(3),
        response(3, 31, '0800-0011', 'phone'),
        reach(3, 500, 'push'),
        marked(3, '2021-05-14T18:30'),
        {
          of: 3,
          at: '2021-05-14T18:40',
          event: { type: 'ActionWithdrawn', data: { reason: { code: 'hoax' } } },
        },
      ),
    );
    for (const { name, kind } of currentDefinitions) {
      const found = figure(models, name);
      if (kind === 'counted' || kind === 'stock') expect(found).not.toMatchObject({ value: 0 });
      else expect(found).not.toMatchObject({ value: 1 });
    }
    expect(figure(models, 'actions')).toEqual(value(0));
    expect(figure(models, 'reach.app')).toEqual(value(null));
    expect(figure(models, 'responses.0800-0011')).toEqual(value(0));
    expect(figure(models, 'responses.0800-0011', { year: 2021 }, '2021-05-14T18:35')).toEqual(value(1));
  });

  it('lie in the year in which they started in Amsterdam, to the millisecond', () => {
    const models = readAll(
      log(
        {
          of: 1,
          at: '2021-12-31T22:59:59.999',
          event: started({ startedAt: utc('2021-12-31T22:59:59.999'), runsUntil: utc('2022-01-01T00:00') }),
        },
        {
          of: 2,
          at: '2021-12-31T23:00',
          event: started({ startedAt: utc('2021-12-31T23:00'), runsUntil: utc('2022-01-01T00:00') }),
        },
      ),
    );
    expect(figure(models, 'actions')).toEqual(value(1));
    expect(figure(models, 'actions', { year: 2022, month: 1 })).toEqual(value(1));
  });
});

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

describe('mailings', () => {
  const sent = (of: number, kind: 'BT' | 'DR' | 'municipality', code: string): Said => ({
    of,
    at: '2021-03-01T12:00',
    event: {
      type: 'MailingSent',
      data: {
        region: 'midden-nederland',
        kind: kind === 'municipality' ? 'prevention-message' : 'neighbourhood-inquiry',
        sender: { kind, code: as(SenderCode, code) },
        sentAt: utc('2021-03-01T11:00'),
      },
    } satisfies MailingEvent,
  });
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
    expect(figure(models, 'actions')).toEqual(value(0));
  });

  it('count a prevention message under the municipality that sent it', () => {
    const models = readAll(log(sent(1, 'municipality', 'GM0344'), sent(2, 'municipality', 'GM0344')));
    expect(figure(models, 'prevention', { year: 2021, municipality: utrecht })).toEqual(value(2));
    expect(figure(models, 'prevention.municipalities')).toEqual(value(1));
  });
});

describe('downloads', () => {
  it('add up over the months that state them, and a month without a count has none', () => {
    const downloads = (month: string, count: number): Said => ({
      of: 'GM0034-2021',
      at: '2021-12-31T12:00',
      event: {
        type: 'AppDownloadsCounted',
        data: {
          region: 'midden-nederland',
          municipality: almere,
          month: as(Month, month),
          count,
          source: as(Label, 'a test'),
        },
      },
    });
    const models = readAll(log(downloads('2021-01', 0), downloads('2021-03', 7)));
    expect(figure(models, 'app.downloads')).toEqual(value(7));
    expect(figure(models, 'app.downloads', { year: 2021, month: 1 })).toEqual(value(0));
    expect(figure(models, 'app.downloads', { year: 2021, month: 2 })).toEqual(value(null));
  });
});

describe('the board', () => {
  it('shows the actions that run, the oldest first, with standing responses by line', () => {
    const models = readAll(
      log(start(2), start(1), response(1, 11, '112', 'phone'), response(1, 12, '112', 'app'), {
        of: 2,
        at: '2021-05-14T18:30',
        event: { type: 'ActionEnded', data: { endedAt: utc('2021-05-14T18:30'), reason: { code: 'found' } } },
      }),
    );
    expect(board(models)).toMatchObject([
      { actionId: uuid(1), responses: [{ line: '112', count: 2 }], success: 'none' },
    ]);
  });
});

describe('a percentage', () => {
  it('is rounded half up on the exact ratio', () => {
    expect(percentage(1, 2000)).toBe('0.1');
    expect(percentage(1, 2001)).toBe('0.0');
    expect(percentage(61, 793)).toBe('7.7');
    expect(percentage(100, 793)).toBe('12.6');
    expect(percentage(605, 793)).toBe('76.3');
    expect(percentage(3, 800)).toBe('0.4');
    expect(percentage(0, 5)).toBe('0.0');
    expect(percentage(5, 5)).toBe('100.0');
    expect(percentage(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).toBe('100.0');
    expect(percentage(0, 0)).toBeNull();
  });
});

describe('definitions', () => {
  it('have each name and version once, and every ratio says how it rounds', () => {
    const names = currentDefinitions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const definition of currentDefinitions) {
      expect(definition.version).toBeGreaterThan(0);
      if ('of' in definition && definition.of !== undefined) expect(definition).toHaveProperty('rounding');
    }
    expect(definitionOf('success.portal', 2)).toBeUndefined();
  });
});
