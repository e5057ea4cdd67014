import {
  civil,
  dayAround,
  hourAround,
  Instant,
  interval,
  isWithin,
  local,
  localApart,
  monthIndexOf,
  monthOf,
  type Period,
  periodOf,
  plus,
  startOfDay,
  toEpoch,
} from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clock } from './clock-in-amsterdam.js';
import { instants } from './instants.js';

const at = (text: string): Instant => valid(Instant, text);
const periods: fc.Arbitrary<Period> = fc.record(
  { year: fc.integer({ min: 1971, max: 2099 }), month: fc.integer({ min: 1, max: 12 }) },
  { requiredKeys: ['year'] },
);

describe('two moments beside each other', () => {
  it.each([
    ['2021-05-14T18:03:00.000Z', '2021-05-14T18:04:00.000Z', '2021-05-14 20:03', '2021-05-14 20:04'],
    ['2021-05-14T18:03:00.000Z', '2021-05-14T18:03:01.500Z', '2021-05-14 20:03:00', '2021-05-14 20:03:01'],
    [
      '2021-05-14T18:03:00.000Z',
      '2021-05-14T18:03:00.001Z',
      '2021-05-14 20:03:00.000',
      '2021-05-14 20:03:00.001',
    ],
    [
      '2021-10-31T00:30:00.000Z',
      '2021-10-31T01:30:00.000Z',
      '2021-10-31T00:30:00.000Z',
      '2021-10-31T01:30:00.000Z',
    ],
  ])('%s and %s are told apart', (one, other, ...shown) => {
    expect(localApart(at(one), at(other))).toEqual(shown);
  });
});

describe('a month or year in Amsterdam', () => {
  it('is the one on the clock there', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const [year, month] = clock(instant).split('-').map(Number);
        expect(periodOf(instant)).toEqual({ year, month });
        expect(monthIndexOf(instant)).toBe((year ?? 0) * 12 + (month ?? 0) - 1);
        expect(monthOf(year ?? 0, month ?? 0)).toBe(clock(instant).slice(0, 7));
      }),
      { numRuns: 3_000 },
    );
  });

  it('begins at midnight there and ends as the next begins', () => {
    fc.assert(
      fc.property(periods, (period) => {
        const { start, end } = interval(period);
        const { year, month } = period;
        expect(clock(start)).toBe(`${monthOf(year, month ?? 1)}-01T00:00:00.000`);
        const next = month === undefined ? { year: year + 1 } : { year, month: month + 1 };
        expect(end).toBe(interval(month === 12 ? { year: year + 1, month: 1 } : next).start);
        expect(clock(end)).toMatch(/-01T00:00:00\.000$/);
      }),
    );
  });

  it('holds the moments from its beginning up to its end, and no others', () => {
    fc.assert(
      fc.property(periods, instants, fc.constantFrom(-1, 0, 1), (period, instant, by) => {
        const { start, end } = interval(period);
        for (const one of [instant, plus(start, by), plus(end, by)])
          expect(isWithin(one, period)).toBe(one >= start && one < end);
      }),
    );
  });

  it('is, for 2021, from 23:00 UTC on New Year’s Eve to 23:00 UTC on the next', () => {
    expect(interval({ year: 2021 })).toEqual({
      start: '2020-12-31T23:00:00.000Z',
      end: '2021-12-31T23:00:00.000Z',
    });
    expect(periodOf(at('2021-12-31T22:59:59.999Z'))).toEqual({ year: 2021, month: 12 });
    expect(local(at('2021-12-31T22:59:59.999Z'))).toBe('2021-12-31 23:59');
    expect(periodOf(at('2021-12-31T23:00:00.000Z'))).toEqual({ year: 2022, month: 1 });
    expect(periodOf(at('2020-12-31T23:00:00.000Z'))).toEqual({ year: 2021, month: 1 });
  });

  it('has 743 hours in March 2021 and 745 in October, when the clock changes', () => {
    const hours = (month: number): number => {
      const { start, end } = interval({ year: 2021, month });
      return (toEpoch(end) - toEpoch(start)) / 3_600_000;
    };
    expect([3, 5, 10].map(hours)).toEqual([743, 744, 745]);
  });

  it('is known to the last moment that can be written', () => {
    expect(periodOf(at('9999-12-31T22:59:59.999Z'))).toEqual({ year: 9999, month: 12 });
    expect(periodOf(at('0001-01-01T00:00:00.000Z')).year).toBe(1);
  });
});

describe('the day around a moment', () => {
  it('is the one on the clock in Amsterdam, of 23 to 25 hours', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { start, end } = dayAround(instant);
        const day = clock(instant).slice(0, 10);
        expect(start <= instant && instant < end).toBe(true);
        expect(clock(start)).toBe(`${day}T00:00:00.000`);
        expect(clock(plus(end, -1))).toBe(`${day}T23:59:59.999`);
        expect([23, 24, 25]).toContain((toEpoch(end) - toEpoch(start)) / 3_600_000);
      }),
    );
  });

  it.each([
    ['28 March 2021', '2021-03-28T12:00:00.000Z', '2021-03-27T23:00:00.000Z', '2021-03-28T22:00:00.000Z'],
    ['31 October 2021', '2021-10-31T12:00:00.000Z', '2021-10-30T22:00:00.000Z', '2021-10-31T23:00:00.000Z'],
    ['New Year’s Eve', '2021-12-31T22:59:59.999Z', '2021-12-30T23:00:00.000Z', '2021-12-31T23:00:00.000Z'],
  ])('is, on %s, as long as that day was', (_, moment, start, end) => {
    expect(dayAround(at(moment))).toEqual({ start, end });
  });

  it('begins where days past the end of a month roll over to', () => {
    expect(startOfDay(2021, 2, 29)).toBe(startOfDay(2021, 3, 1));
    expect(startOfDay(2021, 12, 32)).toBe(startOfDay(2022, 1, 1));
  });
});

describe('the hour around a moment', () => {
  it('is the one on the clock in Amsterdam', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { start, end } = hourAround(instant);
        expect(start <= instant && instant < end).toBe(true);
        expect(toEpoch(end) - toEpoch(start)).toBe(3_600_000);
        expect(clock(start)).toBe(`${clock(instant).slice(0, 13)}:00:00.000`);
        expect(clock(plus(end, -1))).toBe(`${clock(instant).slice(0, 13)}:59:59.999`);
      }),
    );
  });

  it('is one of two where the clock shows it twice', () => {
    const first = hourAround(at('2021-10-31T00:30:00.000Z'));
    const second = hourAround(at('2021-10-31T01:30:00.000Z'));
    expect([first, second].map(({ start }) => local(start))).toEqual([
      '2021-10-31 02:00',
      '2021-10-31 02:00',
    ]);
    expect(first.end).toBe(second.start);
  });

  it('reads on the clock what civil time says', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { year, month, day, hour, minute, second } = civil(instant);
        const shown = clock(instant);
        expect([year, month, day, hour, minute, second]).toEqual(
          shown.slice(0, 19).split(/[-T:]/).map(Number),
        );
        expect(local(instant)).toBe(shown.slice(0, 16).replace('T', ' '));
      }),
    );
  });
});
