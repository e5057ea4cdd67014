import { Printed } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

/** A cell of which an empty text means that nothing stands there. */
export const orEmpty = <A>(codec: t.Type<A, A, unknown>): t.Type<A | null, A | null, unknown> =>
  new t.Type(
    codec.name,
    (u): u is A | null => u === null || codec.is(u),
    (u, context) => (u === '' ? t.success(null) : codec.validate(u, context)),
    t.identity,
  );

/** A number as printed; its form says which. */
const number = (name: string, form: RegExp): t.Type<Printed, Printed, unknown> => {
  const is = (u: unknown): u is Printed => Printed.is(u) && form.test(u);
  return new t.Type(name, is, (u, context) => (is(u) ? t.success(u) : t.failure(u, context)), t.identity);
};

/** A whole number in digits, small enough to count with, or an empty cell. */
export const Whole = orEmpty(number('whole number', /^[0-9]{1,15}$/));

/** A percentage in digits with at most one decimal, or an empty cell. */
export const Percentage = orEmpty(number('percentage', /^[0-9]{1,3}(\.[0-9])?$/));

/** Any number in digits, or an empty cell. */
export const AnyNumber = orEmpty(number('number', /^[0-9]{1,15}(\.[0-9]{1,6})?$/));

/** A text that is not empty. */
export const Filled = new t.Type<string, string, unknown>(
  'text that is not empty',
  (u): u is string => typeof u === 'string' && u.trim() !== '',
  (u, context) => (typeof u === 'string' && u.trim() !== '' ? t.success(u) : t.failure(u, context)),
  t.identity,
);

/** The first cell that a codec of a row refused. */
export interface WrongCell {
  readonly column: string;
  readonly wanted: string;
  readonly isNumber: boolean;
}

/** Decodes the cells of one row by a codec of columns. */
export const decodeCells = <A>(
  codec: t.Type<A, unknown, unknown>,
  cells: unknown,
): E.Either<WrongCell, A> => {
  const decoded = codec.decode(cells);
  if (E.isRight(decoded)) return decoded;
  const cell = decoded.left[0]?.context[1];
  return E.left({
    column: cell?.key ?? codec.name,
    wanted: cell?.type.name ?? codec.name,
    isNumber: cell?.type === Whole || cell?.type === Percentage || cell?.type === AnyNumber,
  });
};
