import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldTwice, isEmbeddable, rawFields } from '../../../packages/adapters/src/interchange/raw-json.js';

const space = fc.stringMatching(/^[ \t\r\n]*$/, { maxLength: 3 });
/** JSON as somebody may write it: any value, any indent. */
const written = fc
  .tuple(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'))
  .map(([value, indent]) => JSON.stringify(value, null, indent));

describe('the fields of an object', () => {
  it('come out as they are written, whatever is in and around them', async () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string(), written, space), { selector: ([key]) => key }),
        (fields) => {
          const text = fields
            .map(([key, value, gap]) => `${gap}${JSON.stringify(key)}${gap}:${gap}${value}${gap}`)
            .join(',');
          const { values, twice } = rawFields(` {${text} } `);
          expect(twice).toBeUndefined();
          expect([...values]).toEqual(fields.map(([key, value]) => [key, value]));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('that stand twice are told, however they are escaped', () => {
    expect(rawFields('{"a":1,"b":{"c":1,"c":2},"a":2}').twice).toBe('a');
    expect(rawFields('{"a":1,"\\u0061":2}').twice).toBe('a');
    expect(rawFields('{"a":{"b":1},"c":{"b":1}}').twice).toBeUndefined();
  });
});

describe('a field that stands twice', () => {
  it('is found at any depth', () => {
    expect(fieldTwice('{"a":[1,{"b":2,"c":"b","b":3}]}')).toBe('b');
    expect(fieldTwice('[{"\\"":1,"\\u0022":2}]')).toBe('"');
  });

  it('is not seen in what has none', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(fieldTwice(text)).toBeUndefined();
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a stored text', () => {
  it.each(['{}', '1.0', '"a\\nb"', '[ ]', '{"a":\t1}', 'null'])(
    'can stand in a line as it is: %s',
    (text) => {
      expect(isEmbeddable(text)).toBe(true);
    },
  );

  it.each(['', ' {}', '{} ', '{\n}', '{\r}', '{', '{}{}', 'undefined'])('cannot: %j', (text) => {
    expect(isEmbeddable(text)).toBe(false);
  });
});
