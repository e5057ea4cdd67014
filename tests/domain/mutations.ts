import fc from 'fast-check';

/** Values that have been mistaken for something they are not. */
export const odd: ReadonlyArray<unknown> = [
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
  Object.create({ code: 'error' }),
  new Date(0),
  new Map(),
];

const oddValue: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...odd), fc.jsonValue());
const oddKey: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'Type', 'type ', '0', 'note'),
  fc.string(),
);

/** What may go wrong with a value at one place. */
export type Mutation =
  | { readonly do: 'replace'; readonly by: unknown }
  | { readonly do: 'remove' }
  | { readonly do: 'add'; readonly key: string; readonly value: unknown }
  | { readonly do: 'repeat'; readonly times: number };

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
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

/** Where in a value: a number per level. */
export const place: fc.Arbitrary<ReadonlyArray<number>> = fc.array(fc.nat(11), {
  minLength: 1,
  maxLength: 4,
});

/** Walks into a value, a number per level saying where to, and changes what it finds there. */
export const mutate = (
  value: unknown,
  [turn = 0, ...deeper]: ReadonlyArray<number>,
  change: Mutation,
): unknown => {
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

/** Every value that comes of one change at one place: gone, odd, repeated, or with something added to it. */
export function* everyChange(value: unknown): Generator<unknown> {
  yield* odd;
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  if (Array.isArray(value)) {
    yield [...value, null];
    for (const [at, entry] of value.entries()) {
      yield value.toSpliced(at, 1);
      for (const changed of everyChange(entry)) yield value.with(at, changed);
    }
    return;
  }
  for (const key of ['x', '__proto__', 'constructor']) yield own([...entries, [key, 'x']]);
  for (const [at, [key, field]] of entries.entries()) {
    yield own(entries.toSpliced(at, 1));
    yield own(entries.with(at, [`${key}s`, field]));
    for (const changed of everyChange(field)) yield own(entries.with(at, [key, changed]));
  }
}

/** A value as it stands in a file of UTF-8: `undefined` is left out, and what is no character replaced. */
export const inFile = (value: unknown): unknown => {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed() : part,
  );
  return JSON.parse(text ?? 'null');
};
