import type * as t from 'io-ts';

/** A value that the code itself makes, seen by its codec. Another form is a bug, not a mistake of a user. */
export const known = <A>(codec: t.Type<A, unknown, unknown>, value: unknown): A => {
  if (codec.is(value)) return value;
  throw new Error(`Not a ${codec.name}: ${String(value)}`);
};
