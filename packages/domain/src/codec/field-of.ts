import * as t from 'io-ts';
import { ClosedType, ListType, NullableType, OneOfType } from './closed.js';

const stepInto = (codec: t.Mixed, name: string): t.Mixed | undefined => {
  if (codec instanceof NullableType) return stepInto(codec.inner, name);
  if (codec instanceof t.UnionType) {
    const members: ReadonlyArray<t.Mixed> = codec.types;
    return members.map((member) => stepInto(member, name)).find((field) => field !== undefined);
  }
  if (!(codec instanceof ClosedType)) return undefined;
  const fields: Readonly<Record<string, t.Mixed>> = { ...codec.required, ...codec.optional };
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
};

/**
 * The codec of a field of a record, also one within a record in it; `undefined` where there is no such
 * field.
 *
 * @param path such as `foundAt.moment`
 */
export const fieldOf = (codec: t.Mixed, path: string): t.Mixed | undefined =>
  path
    .split('.')
    .reduce<t.Mixed | undefined>(
      (inner, name) => (inner === undefined ? undefined : stepInto(inner, name)),
      codec,
    );

/** The codes among which a codec lets choose, for each entry where it is one of a list; empty where it does not. */
export const choicesOf = (codec: t.Mixed): ReadonlyArray<string> => {
  if (codec instanceof OneOfType) return codec.values;
  if (codec instanceof NullableType) return choicesOf(codec.inner);
  return codec instanceof ListType ? choicesOf(codec.item) : [];
};

/** Whether a codec lets `null` take a value away. */
export const isNullable = (codec: t.Mixed): boolean => codec instanceof NullableType;

/** Whether a codec lets choose among several forms, of which a value has one. */
export const isUnion = (codec: t.Mixed): boolean =>
  codec instanceof NullableType ? isUnion(codec.inner) : codec instanceof t.UnionType;
