import * as fc from 'fast-check';
import * as t from 'io-ts';
import { ClosedType, ListType, NullableType, OneOfType } from '../codec/closed.js';
import { fromEpoch } from '../time/instant.js';
import { moments } from './moments.js';

const digits = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const twoDigits = (max: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max }).map((n) => String(n).padStart(2, '0'));
const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ minLength: 1, maxLength, unit: 'binary' }).filter((s) => s.length <= maxLength);

/** How the strings and numbers are made that have a form of their own, by the name of their codec. */
const leaves: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  boolean: fc.boolean(),
  string: fc.string(),
  count: fc.oneof(fc.nat(1000), fc.maxSafeNat()),
  instant: fc.oneof(moments(), fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }).map(fromEpoch)),
  uuid: fc.uuid(),
  'municipality code': digits(4).map((n) => `GM${n}`),
  reference: anyText(200),
  label: anyText(300),
  code: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/),
  'sender code': fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/),
  postcode: fc.stringMatching(/^[1-9][0-9]{3}([A-Z]{2})?$/),
  'figure name': fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,59}$/),
  'printed value': fc.stringMatching(/^-?[0-9]{1,9}(\.[0-9]{1,3})?$/),
  year: digits(4),
  month: fc.tuple(digits(4), twoDigits(12)).map((parts) => parts.join('-')),
  date: fc.tuple(digits(4), twoDigits(12), twoDigits(28)).map((parts) => parts.join('-')),
};

const made = (codec: t.Mixed): fc.Arbitrary<unknown> => {
  if (codec instanceof ClosedType) {
    const fields = (of: Readonly<Record<string, t.Mixed>>): Record<string, fc.Arbitrary<unknown>> =>
      Object.fromEntries(Object.entries(of).map(([key, field]) => [key, made(field)]));
    return fc
      .tuple(fc.record(fields(codec.required)), fc.record(fields(codec.optional), { requiredKeys: [] }))
      .map(([required, optional]) => ({ ...required, ...optional }));
  }
  if (codec instanceof OneOfType) return fc.constantFrom<unknown[]>(...codec.values);
  if (codec instanceof ListType) return fc.array(made(codec.item), { maxLength: 3 });
  if (codec instanceof NullableType) return fc.option(made(codec.inner));
  if (codec instanceof t.UnionType) return fc.oneof(...codec.types.map(made));
  const leaf = leaves[codec.name];
  if (leaf === undefined) throw new Error(`There is no arbitrary for the codec ${codec.name}.`);
  return leaf;
};

/**
 * Any value that a codec of the domain describes, every optional field sometimes there.
 *
 * @throws Error for a codec that is not made of the domain's own
 */
export const dataOf = <A>(codec: t.Type<A>): fc.Arbitrary<A> => made(codec).filter(codec.is);
