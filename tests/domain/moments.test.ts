import { Count, closed, Instant, list, nullable, oneOf, readMoments } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';

/** A record with moments at every place where one can stand, and with what is none. */
const Walk = closed(
  'walk',
  { startedAt: Instant, name: oneOf('name', 'morning', 'evening'), steps: Count },
  {
    endedAt: nullable(Instant),
    stops: list(closed('stop', { at: Instant })),
    names: list(oneOf('name', 'morning', 'evening')),
    weather: nullable(closed('weather', { code: oneOf('code', 'rain', 'sun') })),
  },
);
const read = readMoments(Walk);

describe('data as a person writes it', () => {
  it('holds a moment in any form wherever one is asked for, and everything else as it was', () => {
    const written = {
      startedAt: '2021-05-14T20:03',
      name: 'evening',
      steps: 12,
      endedAt: '2021-05-14T21:03:00+02:00',
      stops: [{ at: '2021-05-14T20:10' }, { at: '2021-05-14T18:20:00.000Z' }],
      names: ['2021-05-14T20:03'],
      weather: { code: 'rain' },
      note: '2021-05-14T20:03',
    };
    expect(read(written)).toEqual(
      E.right({
        ...written,
        startedAt: '2021-05-14T18:03:00.000Z',
        endedAt: '2021-05-14T19:03:00.000Z',
        stops: [{ at: '2021-05-14T18:10:00.000Z' }, { at: '2021-05-14T18:20:00.000Z' }],
      }),
    );
  });

  it.each([
    ['startedAt', { startedAt: 'yesterday' }, 'NotAMoment'],
    ['endedAt', { endedAt: '2021-03-28T02:30' }, 'DoesNotExistThere'],
    ['stops.1.at', { stops: [{ at: '2021-05-14T20:10' }, { at: '2021-10-31T02:30' }] }, 'ExistsTwiceThere'],
  ])('says in which field a moment cannot be read: %s', (field, written, tag) => {
    expect(read(written)).toMatchObject({ left: { field, error: { tag } } });
  });

  it.each([
    null,
    'a walk',
    [{ startedAt: '2021-05-14T20:03' }],
    { startedAt: null, endedAt: null, stops: 'none' },
    { startedAt: 1_620_000_000_000, stops: [null, 'x'] },
  ])('of another form is left to the codec: %j', (written) => {
    expect(read(written)).toEqual(E.right(written));
  });

  it('of which no part is a moment is given back untouched', () => {
    for (const codec of [Count, list(Count), closed('pair', { a: Count }), nullable(oneOf('code', 'x'))])
      expect(readMoments(codec)({ a: '2021-05-14T20:03' })).toEqual(E.right({ a: '2021-05-14T20:03' }));
  });
});
