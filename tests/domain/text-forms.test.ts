import { Instant, MunicipalityCode, PlainDate, Postcode, type TextCodec, Uuid } from '@burgernet/domain';
import { dataOf } from '@burgernet/domain/testing';
import fc from 'fast-check';
import type * as t from 'io-ts';
import { describe, expect, it } from 'vitest';

type KnownText = t.Mixed & Pick<TextCodec<string>, 'known'>;

/** The codecs that decide faster than by the regular expression that they tell others. */
const codecs: ReadonlyArray<KnownText> = [Uuid, MunicipalityCode, Postcode, Instant, PlainDate];

const patternOf = ({ name, known }: KnownText): RegExp =>
  new RegExp(known.form?.pattern ?? expect.fail(`${name} tells no pattern.`), 'u');

const two = (n: number): string => String(n).padStart(2, '0');

describe.each(codecs)('the pattern that the codec of a $name tells others', (codec) => {
  const pattern = patternOf(codec);

  it('says of every text what the codec says', () => {
    const near = fc
      .tuple(dataOf(codec), fc.nat(40), fc.nat(2), fc.oneof(fc.constantFrom('', '\n', 'A', '0'), fc.string()))
      .map(([good, at, gone, by]) => `${String(good).slice(0, at)}${by}${String(good).slice(at + gone)}`);
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: near }, fc.string()), (text) => {
        expect([text, pattern.test(text)]).toEqual([text, codec.is(text)]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a UUID', () => {
  it('has none but hexadecimal digits, at any place', () => {
    const id = '6f1f2f0e-58a5-4c1b-9c53-0a4d9d7a1c11';
    expect(Uuid.is(id)).toBe(true);
    for (let at = 0; at < id.length; at++)
      for (const other of ['\0', 'g', 'A', '\x7f', 'é', '６', '\ud800'])
        expect(Uuid.is(`${id.slice(0, at)}${other}${id.slice(at + 1)}`)).toBe(false);
  });
});

describe('the pattern of a day', () => {
  const pattern = patternOf(PlainDate);
  const agrees = (day: string): boolean => pattern.test(day) === PlainDate.is(day);

  it('knows the 29th of February of every year', () => {
    const wrong = Array.from(
      { length: 10_000 },
      (_, year) => `${String(year).padStart(4, '0')}-02-29`,
    ).filter((day) => !agrees(day));
    expect(wrong).toEqual([]);
  });

  it('knows the length of every month', () => {
    const wrong: string[] = [];
    for (const year of ['1900', '2000', '2020', '2021'])
      for (let month = 0; month <= 19; month++)
        for (let day = 0; day <= 39; day++) {
          const text = `${year}-${two(month)}-${two(day)}`;
          if (!agrees(text)) wrong.push(text);
        }
    expect(wrong).toEqual([]);
  });
});
