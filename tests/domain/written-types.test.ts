import { type ClosedType, Count, closedAs, nullable, oneOf } from '@burgernet/domain';
import * as t from 'io-ts';
import { describe, expect, it } from 'vitest';

type Thing = {
  readonly kind: 'one' | 'other';
  readonly count: number;
  readonly note?: string;
  readonly gone?: string | null;
};
const kind = oneOf('kind', 'one', 'other');
const all = { kind, count: Count };
const rest = { note: t.string, gone: nullable(t.string) };

const Good = closedAs<Thing>('thing', all, rest);

// Each of these is an error of the compiler, or `tsc` says that there was none to expect.
const wrong: ReadonlyArray<ClosedType<Thing>> = [
  // @ts-expect-error a required field is missing
  closedAs<Thing>('thing', { kind }, rest),
  // @ts-expect-error an optional field is missing
  closedAs<Thing>('thing', all, { note: t.string }),
  // @ts-expect-error all optional fields are missing
  closedAs<Thing>('thing', all),
  // @ts-expect-error a required field too much
  closedAs<Thing>('thing', { kind, count: Count, more: t.string }, rest),
  // @ts-expect-error an optional field too much
  closedAs<Thing>('thing', all, { note: t.string, gone: nullable(t.string), more: t.string }),
  // @ts-expect-error a required field that is optional in the type
  closedAs<Thing>('thing', { kind, count: Count, note: t.string }, { gone: nullable(t.string) }),
  // @ts-expect-error an optional field that is required in the type
  closedAs<Thing>('thing', { kind }, { count: Count, note: t.string, gone: nullable(t.string) }),
  // @ts-expect-error a field of another type
  closedAs<Thing>('thing', { kind, count: t.string }, rest),
  // @ts-expect-error a code is missing
  closedAs<Thing>('thing', { kind: oneOf('kind', 'one'), count: Count }, rest),
  // @ts-expect-error a code too much
  closedAs<Thing>('thing', { kind: oneOf('kind', 'one', 'other', 'third'), count: Count }, rest),
  // @ts-expect-error null is not let through
  closedAs<Thing>('thing', all, { note: t.string, gone: t.string }),
];

describe('a codec of a record whose type is written out', () => {
  it('reads what the type says, and nothing else', () => {
    const things: ReadonlyArray<Thing> = [
      { kind: 'one', count: 1 },
      { kind: 'other', count: 2, note: 'x', gone: null },
    ];
    for (const thing of things) expect(Good.is(thing)).toBe(true);
    expect(Good.is({ kind: 'one', count: 1, more: 1 })).toBe(false);
  });

  it('does not compile where it and the type differ', () => {
    expect(wrong).toHaveLength(11);
  });
});
