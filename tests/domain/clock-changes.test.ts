import {
  actionDecider,
  classOf,
  type Instant,
  type Precision,
  periodOf,
  plus,
  type SuccessClass,
} from '@burgernet/domain';
import { given } from '@burgernet/domain/testing';
import { describe, expect, it } from 'vitest';
import { did, from, mark, marked, moment, start } from './an-action.js';

/** How an action counts of which a find is marked two days after its run time. */
const classWhen = (
  from: string,
  until: string,
  found: string,
  precision: typeof Precision._A,
): SuccessClass => {
  const [startedAt, runsUntil] = [moment(from), moment(until)];
  const data = { ...start, startedAt, runsUntil };
  const late = mark(
    plus(runsUntil, 48 * 3_600_000),
    '112',
    { foundAt: { moment: moment(found), precision } },
    'coordinator',
  );
  const { state } = given(actionDecider, [did(from, { type: 'ActionStarted', data })]).when(late);
  expect(state?.markings).toHaveLength(1);
  return classOf(state?.markings ?? []);
};

describe('an action in the night that the clock goes back, 2:15 to 2:15 on 31 October 2021', () => {
  const night = ['2021-10-31T00:15:00.000Z', '2021-10-31T01:15:00.000Z'] as const;
  it.each<[string, string, SuccessClass]>([
    ['between two and three, the first time', '2021-10-31T00:30:00.000Z', 'registered-late'],
    ['between two and three, the second time', '2021-10-31T01:10:00.000Z', 'late-unknown'],
    ['between three and four', '2021-10-31T02:00:00.000Z', 'found-late'],
  ])('with a find %s', (_, found, expected) => {
    expect(classWhen(...night, found, 'hour')).toBe(expected);
  });
});

describe('an action in the night that the clock goes forward, 1:30 to 3:30 on 28 March 2021', () => {
  const night = ['2021-03-28T00:30:00.000Z', '2021-03-28T01:30:00.000Z'] as const;
  it.each<[string, string, SuccessClass]>([
    ['between one and two', '2021-03-28T00:59:59.999Z', 'registered-late'],
    ['between three and four, the hour that follows', '2021-03-28T01:00:00.000Z', 'late-unknown'],
    ['between four and five', '2021-03-28T02:00:00.000Z', 'found-late'],
  ])('with a find %s', (_, found, expected) => {
    expect(classWhen(...night, found, 'hour')).toBe(expected);
  });
});

describe('a find of which only the day is known', () => {
  it.each<[string, string, string, string]>([
    [
      '28 March 2021, of 23 hours',
      '2021-03-28T18:00:00.000Z',
      '2021-03-28T22:00:00.000Z',
      '2021-03-28T03:00:00.000Z',
    ],
    [
      '31 October 2021, of 25 hours',
      '2021-10-31T18:00:00.000Z',
      '2021-10-31T23:00:00.000Z',
      '2021-10-31T03:00:00.000Z',
    ],
    ['New Year’s Eve', '2021-12-31T18:00:00.000Z', '2021-12-31T23:00:00.000Z', '2021-12-31T03:00:00.000Z'],
  ])(
    'lies within an action that runs to the end of the day, and not a millisecond short of it: %s',
    (_, from, midnight, found) => {
      const until = (by: number): Instant => plus(moment(midnight), by);
      expect(classWhen(from, until(0), found, 'day')).toBe('registered-late');
      expect(classWhen(from, until(-1), found, 'day')).toBe('late-unknown');
      expect(classWhen(from, until(0), until(0), 'day')).toBe('found-late');
      expect(classWhen(from, until(1), until(0), 'day')).toBe('late-unknown');
    },
  );
});

describe('an action across the turn of the year', () => {
  const startedAt = moment('2021-12-31T22:59:59.999Z');
  const runsUntil = moment('2021-12-31T23:59:59.999Z');
  const events = [did(startedAt, { type: 'ActionStarted', data: { ...start, startedAt, runsUntil } })];

  it('belongs to the year in which it started, also where its success is of the next', () => {
    expect(periodOf(startedAt)).toEqual({ year: 2021, month: 12 });
    expect(periodOf(plus(startedAt, 1))).toEqual({ year: 2022, month: 1 });
    const { state } = given(actionDecider, events).when(mark('2021-12-31T23:30:00.000Z'));
    expect(classOf(state?.markings ?? [])).toBe('portal');
    expect(periodOf(state?.facts.startedAt ?? runsUntil)).toEqual({ year: 2021, month: 12 });
  });

  it('ends as any other', () => {
    given(actionDecider, events)
      .when({ ...from('system', '2021-12-31T23:59:59.999Z'), type: 'EndAction', data: {} })
      .thenEvents({ type: 'ActionEnded', data: { endedAt: runsUntil, reason: { code: 'run-time-over' } } });
    given(actionDecider, events)
      .when(mark('2021-12-31T23:59:59.998Z'))
      .thenEvents(marked('2021-12-31T23:59:59.998Z').event);
  });
});
