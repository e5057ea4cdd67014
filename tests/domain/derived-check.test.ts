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

/** Values that have been mistaken for something they are not. */
const odd: ReadonlyArray<unknown> = [
  null,
  undefined,
  true,
  0,
  -0,
  -1,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  2 ** 53 - 1,
  '',
  '0',
  ' ',
  'x'.repeat(400),
  '\u0000',
  '\uD800',
  'a\uDFFFb',
  'actual ',
  'constructor',
  'GM344',
  'GM03444',
  'gm0344',
  '2021-02-29',
  '2021-02-29T00:00:00.000Z',
  '2020-02-29T00:00:00.000Z',
  '2021-05-14T24:00:00.000Z',
  '2021-05-14T18:03:60.000Z',
  '2021-05-14T18:03:00Z',
  '2021-05-14T18:03:00.000+00:00',
  '+021-05-14T18:03:00.000Z',
  '2021-13',
  '2021-00',
  '٢٠٢١',
  'A0000000-0000-4000-8000-000000000000',
  'a0000000-0000-4000-8000-00000000000',
  'a0000000-0000-4000-8000-000000000000\n',
  [],
  [null],
  new Array(1),
  {},
  { __proto__: null },
  JSON.parse('{"__proto__":{"a":1}}'),
  { code: 'error', note: null },
  new Date(0),
  new Map(),
];

const oddValue: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...odd), fc.jsonValue());
const oddKey: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'Type', 'type ', '0', 'note'),
  fc.string(),
);

/** What may go wrong with a value at one place. */
type Mutation =
  | { readonly do: 'replace'; readonly by: unknown }
  | { readonly do: 'remove' }
  | { readonly do: 'add'; readonly key: string; readonly value: unknown }
  | { readonly do: 'repeat'; readonly times: number };

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ do: fc.constant('replace' as const), by: oddValue }),
  fc.record({ do: fc.constant('remove' as const) }),
  fc.record({ do: fc.constant('add' as const), key: oddKey, value: oddValue }),
  fc.record({ do: fc.constant('repeat' as const), times: fc.constantFrom(2, 10_001) }),
);

const own = (entries: ReadonlyArray<readonly [string, unknown]>): unknown => {
  const record: object = {};
  for (const [key, value] of entries)
    Object.defineProperty(record, key, { value, enumerable: true, writable: true, configurable: true });
  return record;
};

/** Walks into a value, a number per level saying where to, and changes what it finds there. */
const mutate = (value: unknown, [turn = 0, ...deeper]: ReadonlyArray<number>, change: Mutation): unknown => {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const at = turn % (entries.length + 1);
  const chosen = entries[at];
  if (chosen !== undefined && deeper.length > 0) {
    const inner = mutate(chosen[1], deeper, change);
    if (Array.isArray(value)) return value.with(at, inner);
    return own(entries.with(at, [chosen[0], inner]));
  }
  switch (change.do) {
    case 'replace':
      return change.by;
    case 'repeat':
      return Array.isArray(value) ? Array.from({ length: change.times }, () => value[0]) : value;
    case 'add':
      return Array.isArray(value)
        ? [...value, change.value]
        : own([...entries.filter(([key]) => key !== change.key), [change.key, change.value]]);
    case 'remove':
      return Array.isArray(value) ? value.slice(1) : own(entries.toSpliced(at, 1));
  }
};

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
    const path = fc.array(fc.nat(11), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(dataOf(codec), path, mutation, (value, where, change) => {
        agree(codec, check, mutate(value, where, change));
      }),
      { numRuns: 300 },
    );
  });

  it('says of anything else what the codec says', () => {
    for (const value of odd) agree(codec, check, value);
  });
});
