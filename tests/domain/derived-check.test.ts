import {
  actionCommands,
  Count,
  closed,
  deriveCheck,
  domainRegistry,
  list,
  Metadata,
  mailingCommands,
  municipalityCommands,
  nullable,
  oneOf,
  open,
  publicationCommands,
  vaultCommands,
} from '@burgernet/domain';
import { dataOf } from '@burgernet/domain/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { describe, expect, it } from 'vitest';
import { mutate, mutation, odd, place } from './mutations.js';

const codecs: ReadonlyArray<readonly [string, t.Mixed]> = [
  ...domainRegistry().registrations.flatMap(({ type, versions }) =>
    versions.map(({ codec }, index) => [`${type} version ${index + 1}`, codec] as const),
  ),
  ...Object.entries<t.Mixed>({
    ...actionCommands,
    ...mailingCommands,
    ...municipalityCommands,
    ...publicationCommands,
    ...vaultCommands,
  }),
  ['metadata', Metadata],
  [
    'a record with every kind of field',
    closed('all', { a: Count }, { b: nullable(list(oneOf('c', 'x', 'y'))) }),
  ],
  ['an open record', open('open', { a: t.boolean }, { b: t.union([t.string, Count]) })],
];

const agree = (codec: t.Mixed, check: (u: unknown) => boolean, value: unknown): boolean => {
  const decoded = codec.decode(value);
  expect(check(value)).toBe(codec.is(value));
  expect(E.isRight(decoded)).toBe(codec.is(value));
  if (E.isRight(decoded)) expect(decoded.right).toBe(value);
  else expect(decoded.left.length).toBeGreaterThan(0);
  return codec.is(value);
};

describe.each(codecs)('the check derived from the codec of %s', (_, codec) => {
  const check = deriveCheck(codec);

  it('says yes to what the codec describes, as the codec does', () => {
    fc.assert(
      fc.property(dataOf(codec), (value) => agree(codec, check, value)),
      { numRuns: 60 },
    );
  });

  it('says of a damaged value what the codec says', () => {
    fc.assert(
      fc.property(dataOf(codec), place, mutation, (value, where, change) => {
        agree(codec, check, mutate(value, where, change));
      }),
      { numRuns: 300 },
    );
  });

  it('says of anything else what the codec says', () => {
    for (const value of odd) agree(codec, check, value);
  });
});
