import { earlier, fromEpoch, type Instant, interval, plus, startOfDay, toEpoch } from '@burgernet/domain';
import { assumed } from './assumptions.js';
import { drawOf } from './identity.js';

/** The year of a reconstruction, in Europe/Amsterdam. */
export interface Calendar {
  /** the last moment at which something of the year is recorded: 31 December 23:59 */
  readonly close: Instant;
  /** the first moment after the year */
  readonly end: Instant;
  /** A moment of the year by day, at a whole minute, drawn by the name. */
  readonly momentOf: (name: string) => Instant;
  /** Noon of the first day after a month (1 to 12), or the close of the year where that comes first. */
  readonly afterMonth: (month: number) => Instant;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** The calendar of a year. */
export const calendarOf = (year: number): Calendar => {
  const { start, end } = interval({ year });
  const close = plus(end, -minute);
  const days = Math.round((toEpoch(end) - toEpoch(start)) / day);
  const midnights = Array.from({ length: days }, (_, index) => toEpoch(startOfDay(year, 1, index + 2)));
  const { earliest, latest } = assumed.startOfDay;
  return {
    close,
    end,
    momentOf: (name) => {
      const midnight = midnights[drawOf(`${name}?day`, days)];
      if (midnight === undefined) throw new Error('A day outside the year was drawn.');
      const minutes = earliest + drawOf(`${name}?minute`, latest - earliest);
      // Counted back from the next midnight: the clock changes in the small hours, never between
      // the start of the daytime and midnight, so this is what a clock in Amsterdam shows.
      return fromEpoch(midnight - day + minutes * minute);
    },
    afterMonth: (month) => earlier(plus(interval({ year, month }).end, day / 2), close),
  };
};
