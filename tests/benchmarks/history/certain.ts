import type * as t from 'io-ts';

/** The value as what the codec says it is; that it is something else is a bug in the generator. */
export const certain = <A>(codec: t.Type<A, A>, value: unknown): A => {
  if (codec.is(value)) return value;
  throw new TypeError(`${JSON.stringify(value)} is no ${codec.name}.`);
};
