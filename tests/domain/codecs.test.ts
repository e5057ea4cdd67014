import {
  ActionStarted,
  Count,
  explain,
  FigureName,
  Label,
  list,
  Month,
  MunicipalityCode,
  nullable,
  PlainDate,
  Printed,
  Reference,
  SenderCode,
  Slug,
  Uuid,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { describe, expect, it } from 'vitest';
import { start } from './an-action.js';

const loneSurrogate = 'a\uD800b';

describe('a stored value', () => {
  it.each<[t.Mixed, ReadonlyArray<unknown>, ReadonlyArray<unknown>]>([
    [Count, [0, 1, 2 ** 53 - 1], [-0, -1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '1', null]],
    [
      Uuid,
      ['00000000-0000-4000-8000-00000000000f'],
      ['00000000-0000-4000-8000-00000000000F', '00000000000040008000000000000001', '', 1],
    ],
    [MunicipalityCode, ['GM0344', 'GM1999'], ['GM344', 'gm0344', 'GM03444', '0344', 'GM0344 ']],
    [Reference, ['x', 'x'.repeat(200)], ['', 'x'.repeat(201), loneSurrogate]],
    [Label, ['Jaarbericht “2021” 🚨', 'x'.repeat(300)], ['', 'x'.repeat(301), loneSurrogate]],
    [Slug, ['facebook', '2-x', 'x'.repeat(40)], ['', '-x', 'Facebook', 'a b', 'x'.repeat(41), 'x\n']],
    [SenderCode, ['BT-Utrecht', 'GM0344'], ['', '-BT', 'B T', 'x'.repeat(41)]],
    [FigureName, ['success.portal', 'responses.0800-0011'], ['', '.x', 'Success', 'x'.repeat(61)]],
    [Printed, ['0', '7.7', '1437611', '-1.50'], ['', '7,7', '.7', '7.', '1 000', '1e3', '+1', '7.7 %']],
    [Month, ['2021-01', '2021-12'], ['2021-00', '2021-13', '2021-1', '202101', '2021-01-01']],
    [
      PlainDate,
      ['2020-02-29', '2021-12-31'],
      ['2021-02-29', '2021-04-31', '2021-1-1', '2021-00-10', '20210101'],
    ],
    [nullable(Count), [null, 0], [undefined, -0]],
    [list(Count, 2), [[], [1, 2]], [[1, 2, 3], [null], new Array(1), { length: 0 }, null]],
  ])('of the form $name is taken, and what is not quite so is refused', (codec, good, bad) => {
    for (const value of good) expect(codec.decode(value)).toEqual(E.right(value));
    for (const value of bad) expect(E.isLeft(codec.decode(value))).toBe(true);
  });
});

/** How a codec says what is wrong. */
const said = (codec: t.Mixed, value: unknown): string => {
  const read = codec.decode(value);
  if (E.isRight(read)) throw new Error('Nothing is wrong.');
  return explain(read.left);
};

describe('what a codec says is wrong', () => {
  it.each<[string, unknown, string]>([
    [
      'what a field should be, and what it is',
      { ...start, status: 'Actual' },
      'status: no action status: one of actual, exercise, test ("Actual")',
    ],
    [
      'where in a list',
      { ...start, touched: ['GM0344', 'Almere'] },
      'touched.1: no municipality code ("Almere")',
    ],
    ['a field too many', { ...start, tip: 'x' }, 'ActionStarted has an unknown field "tip"'],
    ['a field too few', { ...start, region: undefined }, 'region: no region: one of noord-nederland'],
    ['that it is no record at all', [], 'ActionStarted must be an object'],
  ])('is %s', (_, value, expected) => {
    expect(said(ActionStarted, value)).toContain(expected);
  });

  it('stops at five things, and says how many more there are', () => {
    const touched = Array.from({ length: 9 }, (_, index) => `x${index}`);
    expect(said(ActionStarted, { ...start, touched })).toMatch(/^touched\.0: .*touched\.4: .*; and 4 more$/);
  });

  it('shows long values cut short', () => {
    const message = said(ActionStarted, { ...start, municipality: 'x'.repeat(500) });
    expect(message.length).toBeLessThan(120);
  });
});
