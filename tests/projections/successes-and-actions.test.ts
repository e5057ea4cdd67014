import { currentDefinitions } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { log, utc } from '../support/log.js';
import { readAll } from '../support/read.js';
import {
  almere,
  figure,
  marked,
  ratio,
  reach,
  response,
  start,
  started,
  utrecht,
  value,
} from '../support/said.js';

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
