import { withoutCheckpoint } from '@burgernet/adapters';
import { fromEpoch, interval, toEpoch } from '@burgernet/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utc } from '../../support/log.js';
import { runs } from '../../support/runs.js';

const later = utc('2030-01-01T00:00');

describe('the days without a checkpoint', () => {
  it('are all days of a year in which none was made, a leap day too', () => {
    expect(withoutCheckpoint(2021, [], later)).toEqual([
      { first: '2021-01-01', last: '2021-12-31', days: 365 },
    ]);
    expect(withoutCheckpoint(2024, [], later)).toMatchObject([{ days: 366 }]);
  });

  it('are those of Amsterdam: 23:30 on New Year’s Eve in UTC is the new year', () => {
    const eve = [utc('2021-12-31T23:30')];
    expect(withoutCheckpoint(2021, eve, later)).toMatchObject([{ days: 365 }]);
    expect(withoutCheckpoint(2022, eve, later)).toEqual([
      { first: '2022-01-02', last: '2022-12-31', days: 364 },
    ]);
  });

  it('end on the day up to which it is asked, and are none of a year that has not begun', () => {
    const made = [utc('2021-01-03T12:00'), utc('2021-01-03T13:00'), utc('2021-01-05T12:00')];
    expect(withoutCheckpoint(2021, made, utc('2021-01-07T08:00'))).toEqual([
      { first: '2021-01-01', last: '2021-01-02', days: 2 },
      { first: '2021-01-04', last: '2021-01-04', days: 1 },
      { first: '2021-01-06', last: '2021-01-07', days: 2 },
    ]);
    expect(withoutCheckpoint(2022, [], utc('2021-12-31T22:59'))).toEqual([]);
  });

  it('and the days with one add up to the year', () => {
    const { start, end } = interval({ year: 2021 });
    const moments = fc.array(fc.integer({ min: toEpoch(start), max: toEpoch(end) - 1 }).map(fromEpoch), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(moments, (made) => {
        const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' });
        const days = new Set(made.map((at) => day.format(toEpoch(at))));
        const gaps = withoutCheckpoint(2021, made, later);
        expect(gaps.reduce((sum, gap) => sum + gap.days, 0) + days.size).toBe(365);
        for (const { first, last } of gaps)
          for (const date of [first, last]) expect(days).not.toContain(date);
      }),
      { numRuns: Math.min(runs, 200) },
    );
  });
});
