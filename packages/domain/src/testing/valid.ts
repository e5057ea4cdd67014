import type * as t from 'io-ts';

/**
 * A value of which a codec has seen that it is what its name says.
 *
 * @throws Error where it is not: then the kit itself is wrong
 */
export const valid = <A>(codec: t.Type<A>, value: unknown): A => {
  if (!codec.is(value)) throw new Error(`${JSON.stringify(value)} is no ${codec.name}.`);
  return value;
};
