import { Count, closed, deriveSchema, list, matching, nullable, oneOf, open, text } from '@burgernet/domain';
import * as t from 'io-ts';
import { describe, expect, it } from 'vitest';

const bodyOf = (codec: t.Mixed) => deriveSchema(codec).body;
const digits = matching<'Digits'>('some digits', { description: 'Digits.', pattern: '^[0-9]+$' });

describe('the schema derived from a codec', () => {
  it('names the form of each text once, whatever number of fields have it', () => {
    expect(deriveSchema(closed('two', { a: digits }, { b: nullable(digits) }))).toEqual({
      body: {
        type: 'object',
        properties: {
          a: { $ref: '#/$defs/some-digits' },
          b: { anyOf: [{ $ref: '#/$defs/some-digits' }, { type: 'null' }] },
        },
        required: ['a'],
        additionalProperties: false,
      },
      definitions: { 'some-digits': { type: 'string', description: 'Digits.', pattern: '^[0-9]+$' } },
    });
  });

  it('lets fields through where the codec does', () => {
    expect(bodyOf(open('open', {}))).toEqual({ type: 'object', properties: {}, required: [] });
  });

  it('says what is in a list and how many at most', () => {
    expect(bodyOf(list(oneOf('letter', 'a', 'b'), 3))).toEqual({
      type: 'array',
      items: { type: 'string', enum: ['a', 'b'] },
      maxItems: 3,
    });
    expect(bodyOf(list(t.boolean, Number.POSITIVE_INFINITY))).toEqual({
      type: 'array',
      items: { type: 'boolean' },
    });
  });

  it('says of a text that tells no form that it is a string, and of anything nothing', () => {
    expect(bodyOf(text('even', (s) => s.length % 2 === 0))).toEqual({ type: 'string' });
    expect(bodyOf(t.string)).toEqual({ type: 'string' });
    expect(bodyOf(t.unknown)).toEqual({});
    expect(bodyOf(t.union([t.boolean, Count]))).toEqual({
      anyOf: [{ type: 'boolean' }, { type: 'integer', minimum: 0, maximum: 9_007_199_254_740_991 }],
    });
  });

  it('is not guessed for a codec that is none of ours', () => {
    expect(() => bodyOf(closed('one', { a: t.Function }))).toThrow('no JSON Schema for the codec Function');
  });

  it('is none where two different texts have one name', () => {
    const others = matching<'Digits'>('some digits', { description: 'Two.', pattern: '^[0-9]{2}$' });
    expect(() => bodyOf(closed('two', { a: digits, b: others }))).toThrow('Two codecs are named some digits');
  });
});
