import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../packages/adapters/src/audit/canonical-json.js';
import { canonicalText } from '../../../packages/adapters/src/audit/leaf/canonical-text.js';
import { writeCanonical } from '../../../packages/adapters/src/audit/leaf/write-canonical.js';
import { runs } from '../../support/runs.js';
import { vector, vectorsPresent } from '../../support/shared-vectors.js';

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Any JSON value whose numbers all readers know. */
const jsonWithin = fc
  .jsonValue({ maxDepth: 6 })
  .map((value) =>
    JSON.parse(JSON.stringify(value), (_, one) =>
      typeof one === 'number' && Math.abs(one) > Number.MAX_SAFE_INTEGER ? 1 / one : one,
    ),
  );

/** Any JSON value, texts of any characters among it. */
const anyJson = fc.jsonValue({ maxDepth: 6, stringUnit: 'grapheme' });

describe('the canonical form of a value', () => {
  it('is written as canonicalize writes it', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const parsed: unknown = JSON.parse(JSON.stringify(value));
        expect(writeCanonical(parsed).text).toBe(canonicalJson(parsed));
      }),
      { numRuns: runs },
    );
  });
});

describe('the canonical form of a text', () => {
  it.each([
    ['space goes', ' { "a" : [ 1 , 2 ] } ', '{"a":[1,2]}'],
    [
      'names stand in the order of their UTF-16',
      '{"ö":1,"z":2,"\\ufb33":3,"😀":4,"":5}',
      '{"":5,"z":2,"ö":1,"😀":4,"\ufb33":3}',
    ],
    [
      'numbers are written as ECMAScript does',
      '[1.0,1e2,0.0000001,-0,9.00719925474099e15]',
      '[1,100,1e-7,0,9007199254740990]',
    ],
    ['escapes that are not needed go', '"\\u0041\\/\\u20ac\\ud83d\\ude02"', '"A/€😂"'],
    ['escapes that are needed are the short ones', '"\\u000a\\u0008\\u001f\\u0022"', '"\\n\\b\\u001f\\""'],
    [
      'the largest integers that all readers know stay',
      '[9007199254740991,-9007199254740991]',
      '[9007199254740991,-9007199254740991]',
    ],
    [
      'names of objects in the language mean nothing',
      '{"toJSON":1,"__proto__":{"a":2}}',
      '{"__proto__":{"a":2},"toJSON":1}',
    ],
    ['a depth of 64 is read', nested(64), nested(64)],
  ])('%s', (_, text, canonical) => {
    expect(canonicalText(text)).toBe(canonical);
  });

  it.each([
    ['no JSON', '{"a":1'],
    ['nothing', ''],
    ['a name twice', '{"a":1,"a":1}'],
    ['a name twice, far inside and escaped', '[{"a":{"b":1,"\\u0062":2}}]'],
    ['an integer beyond 2^53 - 1', '9007199254740992'],
    ['one that is written with an exponent', '1E30'],
    ['one behind a space', '[1,\t 9007199254740992]'],
    ['one in an object', '{"a" :\n-1e16}'],
    ['a negative one', '{"a":[-9007199254740993]}'],
    ['a number that no double comes near', '[1e400]'],
    ['half a character', '"\\ud800"'],
    ['half a character in a name', '{"\\udc00x":1}'],
    ['a depth of 65', nested(65)],
    ['a depth of tens of thousands', '['.repeat(30_000) + ']'.repeat(30_000)],
  ])('is not there for %s', (_, text) => {
    expect(canonicalText(text)).toBeUndefined();
  });

  it('is that of the value, however it is written', () => {
    fc.assert(
      fc.property(jsonWithin, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const canonical = canonicalText(text);
        expect(canonical).toBe(canonicalJson(JSON.parse(text)));
        expect(canonicalText(canonical ?? '')).toBe(canonical);
      }),
      { numRuns: runs },
    );
  });

  it('is not there where a name comes twice, however numbers beside it are written', () => {
    const tokens = fc.constantFrom('1e2', '1E3', '5e-1', '1e-3', '-0', '1.50', '200', '1e15', '12', '0.001');
    const objects = fc.array(fc.tuple(fc.constantFrom('a', 'b', '\\u0061', 'raw'), tokens), { maxLength: 4 });
    fc.assert(
      fc.property(objects, (fields) => {
        const text = `{${fields.map(([name, token]) => `"${name}":${token}`).join(',')}}`;
        const given = fields.map(([name]) => JSON.parse(`"${name}"`));
        const expected = new Set(given).size < given.length ? undefined : canonicalJson(JSON.parse(text));
        expect(canonicalText(text)).toBe(expected);
      }),
      { numRuns: runs },
    );
  });

  it('is there for whole characters only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, isName) => {
        const literal = JSON.stringify(text);
        const json = isName ? `{${literal}:null}` : literal;
        expect(canonicalText(json) !== undefined).toBe(text.isWellFormed());
      }),
      { numRuns: runs },
    );
  });
});

describe.skipIf(!vectorsPresent)('the canonical form in the vectors of RFC 8785', () => {
  const names = vectorsPresent ? readdirSync(vector('rfc8785/input')) : [];

  it('has a case for arrays, structures, texts and numbers', () => {
    expect(names.length).toBeGreaterThanOrEqual(6);
  });

  it.each(names)('is that of %s, to the byte', (name) => {
    const hex = readFileSync(vector(`rfc8785/outhex/${name.replace('.json', '.txt')}`), 'utf8');
    const canonical = canonicalJson(JSON.parse(readFileSync(vector(`rfc8785/input/${name}`), 'utf8')));
    expect(Buffer.from(canonical).toString('hex')).toBe(hex.replace(/\s/g, ''));
  });
});
