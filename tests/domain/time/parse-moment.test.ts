import {
  fromEpoch,
  type Instant,
  parseMoment,
  parseReference,
  type TimeError,
  toEpoch,
} from '@burgernet/domain';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { clock } from './clock-in-amsterdam.js';
import { instants } from './instants.js';

const hour = 3_600_000;

/** The moments at which a clock in Amsterdam showed this: none, one or two. */
const shownAt = (text: string): ReadonlyArray<Instant> => {
  const asUtc = Date.parse(`${text}Z`);
  return [asUtc - 2 * hour, asUtc - hour].map(fromEpoch).filter((instant) => clock(instant) === text);
};

const refused = (read: E.Either<TimeError, Instant>): TimeError => {
  if (E.isRight(read)) throw new Error(`It was read as ${read.right}.`);
  return read.left;
};

describe('a moment as it is written', () => {
  it('with an offset is that moment', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -14 * 60, max: 14 * 60 }), (instant, offset) => {
        const there = new Date(toEpoch(instant) + offset * 60_000).toISOString().slice(0, 23);
        const [sign, size] = [offset < 0 ? '-' : '+', Math.abs(offset)];
        const two = (n: number): string => String(n).padStart(2, '0');
        const written = `${there}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
        expect(parseMoment(written)).toEqual(E.right(instant));
        expect(parseMoment(instant)).toEqual(E.right(instant));
      }),
    );
  });

  it('without one is what the clock in Amsterdam showed, where it showed that once', () => {
    const hours = fc.oneof(
      instants.map(clock),
      // Whole nights of clock changes: of each year the last Sunday of March and of October.
      fc
        .tuple(
          fc.integer({ min: 1996, max: 2037 }),
          fc.constantFrom(2, 9),
          fc.integer({ min: 0, max: 4 * hour - 1 }),
        )
        .map(([year, month, after]) => {
          const last = new Date(Date.UTC(year, month, 31));
          last.setUTCDate(31 - last.getUTCDay());
          return new Date(last.getTime() + after).toISOString().slice(0, 23);
        }),
    );
    fc.assert(
      fc.property(hours, (text) => {
        const [first, second] = shownAt(text);
        const read = parseMoment(text);
        if (first === undefined) expect(refused(read).tag).toBe('DoesNotExistThere');
        else if (second === undefined) expect(read).toEqual(E.right(first));
        else expect(refused(read).tag).toBe('ExistsTwiceThere');
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['2021-05-14T20:03', '2021-05-14T18:03:00.000Z'],
    ['2021-05-14 20:03:04', '2021-05-14T18:03:04.000Z'],
    ['2021-05-14t20:03:04.5', '2021-05-14T18:03:04.500Z'],
    ['2021-05-14T18:03:04.123987z', '2021-05-14T18:03:04.123Z'],
    ['  2021-05-14T18:03Z\n', '2021-05-14T18:03:00.000Z'],
    ['2021-03-28T01:59:59.999', '2021-03-28T00:59:59.999Z'],
    ['2021-03-28T03:00', '2021-03-28T01:00:00.000Z'],
    ['2021-10-31T01:59:59.999', '2021-10-30T23:59:59.999Z'],
    ['2021-10-31T02:30+02:00', '2021-10-31T00:30:00.000Z'],
    ['2021-10-31T02:30+01:00', '2021-10-31T01:30:00.000Z'],
    ['2021-10-31T03:00', '2021-10-31T02:00:00.000Z'],
    ['2021-12-31T23:59:59.999', '2021-12-31T22:59:59.999Z'],
    ['2022-01-01T00:00', '2021-12-31T23:00:00.000Z'],
    ['2020-02-29T12:00Z', '2020-02-29T12:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(parseMoment(text)).toEqual(E.right(expected));
  });

  it.each([
    ['2021-03-28T02:30', 'DoesNotExistThere'],
    ['2021-10-31T02:30', 'ExistsTwiceThere'],
    ['2021-02-29T12:00', 'NotAMoment'],
    ['2021-05-14T24:00', 'NotAMoment'],
    ['2021-05-14T20:60', 'NotAMoment'],
    ['2021-05-14T20:03:60Z', 'NotAMoment'],
    ['2021-05-14T20:03+24:00', 'NotAMoment'],
    ['2021-05-14T20:03+02', 'NotAMoment'],
    ['0000-01-01T00:00+01:00', 'NotAMoment'],
    ['9999-12-31T23:59-01:00', 'NotAMoment'],
    ['14-05-2021 20:03', 'NotAMoment'],
    ['2021-05-14', 'NotAMoment'],
    ['yesterday', 'NotAMoment'],
    ['', 'NotAMoment'],
  ])('%s is refused: %s, in both languages', (text, tag) => {
    const error = refused(parseMoment(text));
    expect(error).toMatchObject({ tag, given: text });
    expect(error.text.en).toContain(`"${text}"`);
    expect(error.text.nl).toContain(`"${text}"`);
  });

  it('never throws, whatever is written', () => {
    const like = fc.stringMatching(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([+-]\d\d:\d\d|Z)?$/);
    fc.assert(
      fc.property(fc.oneof(like, fc.string()), (text) => {
        expect(['Left', 'Right']).toContain(parseMoment(text)._tag);
        expect(['Left', 'Right']).toContain(parseReference(text)._tag);
      }),
    );
  });
});

describe('a reference date', () => {
  it('is the last millisecond of that day in Amsterdam', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const day = clock(instant).slice(0, 10);
        const read = parseReference(day);
        if (E.isLeft(read)) throw new Error(read.left.text.en);
        expect(clock(read.right)).toBe(`${day}T23:59:59.999`);
      }),
    );
  });

  it.each([
    ['2021-12-31', '2021-12-31T22:59:59.999Z'],
    ['2021-03-28', '2021-03-28T21:59:59.999Z'],
    ['2021-10-31', '2021-10-31T22:59:59.999Z'],
    ['2021-12-31T12:00Z', '2021-12-31T12:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(parseReference(text)).toEqual(E.right(expected));
  });

  it.each([
    ['2021-02-29', 'NotADate'],
    ['2021-13-01', 'NotADate'],
    ['2021-03-28T02:30', 'DoesNotExistThere'],
    ['2021', 'NotAMoment'],
  ])('%s is refused: %s', (text, tag) => {
    expect(refused(parseReference(text))).toMatchObject({ tag, given: text });
  });
});
