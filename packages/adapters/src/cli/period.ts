import { type Instant, interval, PlainDate, plus, startOfDay } from '@burgernet/domain';
import type { RecordedWhen } from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, optional, usage } from './failure.js';
import { type Given, text } from './given.js';
import { readReference, readYear } from './question.js';

/** From when to when something is asked; both ends belong to it. */
export type Span = Pick<RecordedWhen, 'from' | 'to'>;

/** A year of Europe/Amsterdam from its first millisecond to its last. */
export const yearSpan = (year: number): Required<Span> => {
  const { start, end } = interval({ year });
  return { from: start, to: plus(end, -1) };
};

/** Reads where a period begins: a date is its first millisecond in Amsterdam. */
const readBeginning = (given: string): E.Either<Failure, Instant> => {
  const date = given.trim();
  return PlainDate.is(date)
    ? E.right(startOfDay(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))))
    : readReference(given);
};

const twoPeriods = usage(
  'TwoPeriods',
  'Give --year, or --from and --to, not both.',
  'Geef --year, of --from en --to, niet beide.',
);

const backwards = (from: Instant, to: Instant): Failure =>
  usage(
    'PeriodBackwards',
    `--from (${from}) lies after --to (${to}); give the earlier one with --from.`,
    `--from (${from}) ligt na --to (${to}); geef de vroegste met --from.`,
    { from, to },
  );

/** Reads `--year`, or `--from` and `--to`; without any of them all there is. */
export const readSpan = (given: Given): E.Either<Failure, Span> =>
  pipe(
    E.Do,
    E.bind('year', () => optional(text(given, 'year'), readYear)),
    E.bind('from', () => optional(text(given, 'from'), readBeginning)),
    E.bind('to', () => optional(text(given, 'to'), readReference)),
    E.chain(({ year, from, to }): E.Either<Failure, Span> => {
      if (year !== undefined)
        return from === undefined && to === undefined ? E.right(yearSpan(year)) : E.left(twoPeriods);
      if (from !== undefined && to !== undefined && to < from) return E.left(backwards(from, to));
      return E.right({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
    }),
  );
