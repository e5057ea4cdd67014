import { matching, text } from '../codec/closed.js';
import { startOfDay } from './amsterdam.js';
import { dayPattern, type Instant, isDay } from './instant.js';

/** Codec of a month, `2021-05`. */
export const Month = matching<'Month'>('month', {
  description: 'A month of a year.',
  pattern: '^[0-9]{4}-(?:0[1-9]|1[0-2])$',
});
/** A month, `2021-05`. */
export type Month = typeof Month._A;

/** Codec of a day, `2021-12-31`. */
export const PlainDate = text<'Date'>(
  'date',
  (s) =>
    /^\d{4}-\d{2}-\d{2}$/.test(s) && isDay(Number(s.slice(0, 4)), Number(s.slice(5, 7)), Number(s.slice(8))),
  { form: { description: 'A day that exists.', pattern: `^${dayPattern}$` } },
);
/** A day, `2021-12-31`. */
export type PlainDate = typeof PlainDate._A;

/** A year, or one month of it, in Europe/Amsterdam. */
export interface Period {
  readonly year: number;
  /** 1 to 12; absent for the whole year */
  readonly month?: number;
}

/** The month as it is written, `2021-05`. */
export const monthOf = (year: number, month: number): Month =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as Month;

/** The interval `[start, end)` of a period: 2021 is `[2020-12-31T23:00Z, 2021-12-31T23:00Z)`. */
export const interval = ({ year, month }: Period): { readonly start: Instant; readonly end: Instant } =>
  month === undefined
    ? { start: startOfDay(year, 1, 1), end: startOfDay(year + 1, 1, 1) }
    : {
        start: startOfDay(year, month, 1),
        end: month === 12 ? startOfDay(year + 1, 1, 1) : startOfDay(year, month + 1, 1),
      };

/** Where each month of Amsterdam starts, as far as somebody asked. A function of the calendar alone. */
const starts = new Map<number, Instant>();
const startOfMonth = (index: number): Instant => {
  const known = starts.get(index);
  if (known !== undefined) return known;
  const start = startOfDay(Math.floor(index / 12), (index % 12) + 1, 1);
  starts.set(index, start);
  return start;
};

/** The number that the digits from one place up to another are. */
const numberAt = (text: string, from: number, to: number): number => {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
};

/**
 * The months since the year 0 in which a moment lies, in Europe/Amsterdam: `year * 12 + month - 1`.
 * Amsterdam is at most a few hours ahead of UTC, so it is the UTC month or the next.
 */
export const monthIndexOf = (instant: Instant): number => {
  const index = numberAt(instant, 0, 4) * 12 + numberAt(instant, 5, 7) - 1;
  return index < 9999 * 12 + 11 && instant >= startOfMonth(index + 1) ? index + 1 : index;
};

/** The year and month (1 to 12) in which a moment lies, in Europe/Amsterdam. */
export const periodOf = (instant: Instant): { readonly year: number; readonly month: number } => {
  const index = monthIndexOf(instant);
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
};

/** Whether the moment lies in the period. */
export const isWithin = (instant: Instant, period: Period): boolean => {
  const found = periodOf(instant);
  return found.year === period.year && (period.month === undefined || found.month === period.month);
};
