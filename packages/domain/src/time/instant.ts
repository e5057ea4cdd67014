import { type Branded, text } from '../codec/closed.js';

/**
 * A moment in UTC, always written `2021-05-14T18:03:00.000Z`: milliseconds and `Z`, years 0000 to 9999.
 * Because the form is fixed, comparing two instants as strings compares them in time.
 */
export type Instant = Branded<'Instant'>;

const digit = (s: string, at: number): number => {
  const value = s.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
};
const two = (s: string, at: number): number => digit(s, at) * 10 + digit(s, at + 1);
const four = (s: string, at: number): number => two(s, at) * 100 + two(s, at + 2);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2
    ? isLeap(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

/** Whether these four digits, two digits, two digits name a day that exists. */
export const isDay = (year: number, month: number, day: number): boolean =>
  year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

/** The same as a regular expression, without its ends: months have their lengths, leap years their 29 February. */
export const dayPattern =
  '(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|' +
  '02-(?:0[1-9]|1[0-9]|2[0-8]))|' +
  '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)';

const isInstant = (s: string): boolean =>
  s.length === 24 &&
  s.charCodeAt(4) === 45 &&
  s.charCodeAt(7) === 45 &&
  s.charCodeAt(10) === 84 &&
  s.charCodeAt(13) === 58 &&
  s.charCodeAt(16) === 58 &&
  s.charCodeAt(19) === 46 &&
  s.charCodeAt(23) === 90 &&
  isDay(four(s, 0), two(s, 5), two(s, 8)) &&
  two(s, 11) <= 23 &&
  two(s, 14) <= 59 &&
  two(s, 17) <= 59 &&
  digit(s, 20) * 100 + two(s, 21) >= 0;

/** Codec of {@link Instant}. */
export const Instant = text<'Instant'>('instant', isInstant, {
  form: {
    description: 'A moment in UTC, with milliseconds.',
    pattern: `^${dayPattern}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z$`,
  },
});

const days = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
};

/** Milliseconds since 1970-01-01T00:00Z. */
export const toEpoch = (instant: Instant): number =>
  days(four(instant, 0), two(instant, 5), two(instant, 8)) * 86_400_000 +
  two(instant, 11) * 3_600_000 +
  two(instant, 14) * 60_000 +
  two(instant, 17) * 1_000 +
  digit(instant, 20) * 100 +
  two(instant, 21);

/** The earliest moment that can be written. */
export const earliest = '0000-01-01T00:00:00.000Z' as Instant;
/** The latest moment that can be written. */
export const latest = '9999-12-31T23:59:59.999Z' as Instant;

const first = toEpoch(earliest);
const last = toEpoch(latest);

/**
 * The instant so many milliseconds after 1970-01-01T00:00Z; fractions are cut.
 * Moments before the year 0000 or after 9999 become the nearest that can be written.
 */
export const fromEpoch = (milliseconds: number): Instant =>
  new Date(Math.min(last, Math.max(first, Math.floor(milliseconds)))).toISOString() as Instant;

/** The instant so many milliseconds later (or earlier, where negative). */
export const plus = (instant: Instant, milliseconds: number): Instant =>
  fromEpoch(toEpoch(instant) + milliseconds);

/** The later of the two. */
export const later = (a: Instant, b: Instant): Instant => (a < b ? b : a);

/** The earlier of the two. */
export const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
