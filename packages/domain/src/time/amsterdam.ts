import * as E from 'fp-ts/lib/Either.js';
import { Temporal } from 'temporal-polyfill';
import { fromEpoch, type Instant, isDay, toEpoch } from './instant.js';

const zone = 'Europe/Amsterdam';

/** A text that names no moment, day or month, and why. */
export interface TimeError {
  readonly tag:
    | 'NotAMoment'
    | 'DoesNotExistThere'
    | 'ExistsTwiceThere'
    | 'NotADate'
    | 'NotAMonth'
    | 'NotAYear';
  readonly text: { readonly en: string; readonly nl: string };
  readonly given: string;
}

const failed = (tag: TimeError['tag'], given: string, en: string, nl: string): E.Either<TimeError, never> =>
  E.left({ tag, given, text: { en, nl } });

const zoned = (instant: Instant): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(toEpoch(instant)).toZonedDateTimeISO(zone);

/** The first moment of a day in Europe/Amsterdam; months and days past the end roll over. */
export const startOfDay = (year: number, month: number, day: number): Instant =>
  fromEpoch(
    new Temporal.PlainDate(year, month, 1).add({ days: day - 1 }).toZonedDateTime(zone).epochMilliseconds,
  );

/** The day in Europe/Amsterdam that holds the moment: `[start, end)`. */
export const dayAround = (instant: Instant): { readonly start: Instant; readonly end: Instant } => {
  const { year, month, day } = zoned(instant);
  return { start: startOfDay(year, month, day), end: startOfDay(year, month, day + 1) };
};

/** The hour on the clock that holds the moment: `[start, end)`. A repeated hour in October is two hours. */
export const hourAround = (instant: Instant): { readonly start: Instant; readonly end: Instant } => {
  const there = zoned(instant);
  const since = (there.minute * 60 + there.second) * 1000 + there.millisecond;
  const start = toEpoch(instant) - since;
  return { start: fromEpoch(start), end: fromEpoch(start + 3_600_000) };
};

/** The same time of the clock so many years later; of 29 February, where there is none, 28 February. */
export const yearsLater = (instant: Instant, years: number): Instant =>
  fromEpoch(zoned(instant).add({ years }).epochMilliseconds);

/** How many parts of the civil time of a moment there are, in Europe/Amsterdam. */
export interface Civil {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The moment as a clock in Amsterdam shows it. */
export const civil = (instant: Instant): Civil => {
  const { year, month, day, hour, minute, second } = zoned(instant);
  return { year, month, day, hour, minute, second };
};

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** `2021-05-14 20:03`, as a clock in Amsterdam shows it. */
export const local = (instant: Instant): string => {
  const { year, month, day, hour, minute } = civil(instant);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)} ${pad(hour)}:${pad(minute)}`;
};

/**
 * Two moments as a clock in Amsterdam shows them, both only as exact as it takes to tell them apart: to the
 * minute, the second or the millisecond; in UTC where the clock shows them alike, as in autumn.
 */
export const localApart = (one: Instant, other: Instant): readonly [string, string] => {
  const forms = [
    local,
    (instant: Instant) => `${local(instant)}:${pad(civil(instant).second)}`,
    (instant: Instant) => `${local(instant)}${instant.slice(16, 23)}`,
  ];
  const form = forms.find((shown) => shown(one) !== shown(other));
  return form === undefined ? [one, other] : [form(one), form(other)];
};

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const momentPattern =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?([Zz]|[+-]\d{2}:\d{2})?$/;

const notAMoment = (given: string): E.Either<TimeError, never> =>
  failed(
    'NotAMoment',
    given,
    `"${given}" is not a moment; write it like 2021-05-14T20:03:00+02:00, or 2021-05-14T20:03 for the time in Amsterdam.`,
    `"${given}" is geen tijdstip; schrijf het als 2021-05-14T20:03:00+02:00, of 2021-05-14T20:03 voor de tijd in Amsterdam.`,
  );

/**
 * Reads a moment as a person or a file writes it: RFC 3339 with an offset, or without one a time in
 * Europe/Amsterdam (domain: "Time"). Cut to milliseconds.
 *
 * @returns the instant, or why it is none: no such form, or a time that the clock change of spring
 *   skips (`DoesNotExistThere`) or that of autumn shows twice (`ExistsTwiceThere`)
 */
export const parseMoment = (given: string): E.Either<TimeError, Instant> => {
  const match = momentPattern.exec(given.trim());
  if (match === null) return notAMoment(given);
  const part = (at: number): number => Number(match[at] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  const [fraction = '', offset] = [match[7], match[8]];
  if (!isDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return notAMoment(given);
  const millisecond = Number(fraction.padEnd(3, '0').slice(0, 3));
  const plain = new Temporal.PlainDateTime(year, month, day, hour, minute, second, millisecond);
  if (offset !== undefined) {
    const utc = plain.toZonedDateTime('UTC').epochMilliseconds;
    const sign = offset.startsWith('-') ? -1 : 1;
    const [hours, minutes] = /^[Zz]$/.test(offset)
      ? [0, 0]
      : [Number(offset.slice(1, 3)), Number(offset.slice(4, 6))];
    if (hours > 23 || minutes > 59) return notAMoment(given);
    const moment = utc - sign * (hours * 60 + minutes) * 60_000;
    const instant = fromEpoch(moment);
    return toEpoch(instant) === moment ? E.right(instant) : notAMoment(given);
  }
  const early = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const late = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (early.epochMilliseconds === late.epochMilliseconds) return E.right(fromEpoch(early.epochMilliseconds));
  return early.toPlainDateTime().equals(plain)
    ? failed(
        'ExistsTwiceThere',
        given,
        `"${given}" happened twice in Amsterdam (the clock went back); add an offset, +02:00 or +01:00.`,
        `"${given}" kwam in Amsterdam twee keer voor (de klok ging terug); zet er +02:00 of +01:00 achter.`,
      )
    : failed(
        'DoesNotExistThere',
        given,
        `"${given}" did not exist in Amsterdam (the clock went forward); give another time, or add an offset.`,
        `"${given}" bestond in Amsterdam niet (de klok ging vooruit); geef een andere tijd, of zet er een offset achter.`,
      );
};

/**
 * Reads a reference date (peildatum): of a day, all that was registered before midnight in Amsterdam
 * counts; anything else is read as a moment.
 */
export const parseReference = (given: string): E.Either<TimeError, Instant> => {
  const match = datePattern.exec(given.trim());
  if (match === null) return parseMoment(given);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(year, month, day)
    ? E.right(fromEpoch(toEpoch(startOfDay(year, month, day + 1)) - 1))
    : failed(
        'NotADate',
        given,
        `There is no day "${given}"; give one that exists, such as 2021-12-31.`,
        `De dag "${given}" bestaat niet; geef er een die bestaat, zoals 2021-12-31.`,
      );
};
