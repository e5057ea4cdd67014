import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

/** Codecs by field name. Every codec here decodes to the very value it was given (`A = O`). */
export type Fields = Readonly<Record<string, t.Mixed>>;

type Flatten<T> = { readonly [K in keyof T]: T[K] };

/** What a record of required and optional fields holds. */
export type Closed<R extends Fields, O extends Fields> = Flatten<
  { [K in keyof R]: t.TypeOf<R[K]> } & { [K in keyof O]?: t.TypeOf<O[K]> }
>;

/** A record whose fields are all known: an unknown field is an error, an absent optional one is absent. */
export class ClosedType<A> extends t.Type<A> {
  readonly _tag = 'ClosedType' as const;
  constructor(
    name: string,
    is: (u: unknown) => u is A,
    validate: t.Validate<unknown, A>,
    readonly required: Fields,
    readonly optional: Fields,
    /** Whether fields beyond the known ones are let through unread. */
    readonly open: boolean,
  ) {
    super(name, is, validate, t.identity);
  }
}

const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u);

const build = <A>(name: string, required: Fields, optional: Fields, open: boolean): ClosedType<A> => {
  const known = new Set([...Object.keys(required), ...Object.keys(optional)]);
  const is = (u: unknown): u is A => {
    if (!isRecord(u)) return false;
    for (const key in required) if (!Object.hasOwn(u, key) || !required[key]?.is(u[key])) return false;
    for (const key in optional) if (Object.hasOwn(u, key) && !optional[key]?.is(u[key])) return false;
    return open || Object.keys(u).every((key) => known.has(key));
  };
  return new ClosedType(
    name,
    is,
    (u, context) => {
      if (is(u)) return t.success(u);
      if (!isRecord(u)) return t.failure(u, context, `${name} must be an object`);
      const errors: t.Errors = [];
      const inspect = (key: string, codec: t.Mixed): void => {
        const result = codec.validate(u[key], t.appendContext(context, key, codec, u[key]));
        if (E.isLeft(result)) errors.push(...result.left);
      };
      for (const [key, codec] of Object.entries(required)) {
        if (Object.hasOwn(u, key)) inspect(key, codec);
        else errors.push({ value: undefined, context, message: `${name} lacks the field "${key}"` });
      }
      for (const [key, codec] of Object.entries(optional)) if (Object.hasOwn(u, key)) inspect(key, codec);
      if (!open)
        for (const key of Object.keys(u))
          if (!known.has(key))
            errors.push({ value: u[key], context, message: `${name} has an unknown field "${key}"` });
      return t.failures(errors);
    },
    required,
    optional,
    open,
  );
};

/**
 * A record with these fields and no others. A stored event holds nothing that its version does not
 * name: that is how free text and personal data are kept out of the log, and how a forgotten version
 * bump shows at once.
 *
 * @param name what errors call it
 * @param required fields that must be there
 * @param optional fields that may be absent (never `undefined` or `null` unless their codec says so)
 */
export const closed = <R extends Fields, O extends Fields = Record<never, never>>(
  name: string,
  required: R,
  optional?: O,
): ClosedType<Closed<R, O>> => build(name, required, optional ?? {}, false);

/** As {@link closed}, but fields beyond the known ones are let through unread (metadata of others). */
export const open = <R extends Fields, O extends Fields = Record<never, never>>(
  name: string,
  required: R,
  optional?: O,
): ClosedType<Closed<R, O>> => build(name, required, optional ?? {}, true);

type OptionalKey<A> = { [K in keyof A]-?: Record<never, never> extends Pick<A, K> ? K : never }[keyof A];

/** Codecs of the fields that such a record always has. */
export type RequiredFields<A> = { readonly [K in Exclude<keyof A, OptionalKey<A>>]: t.Type<A[K]> };

/** Codecs of the fields that such a record may lack. */
export type OptionalFields<A> = { readonly [K in OptionalKey<A>]: t.Type<Exclude<A[K], undefined>> };

/**
 * As {@link closed}, of a record whose type is written out: that is what editors show, with what stands at
 * each field. The compiler holds both to the same fields, each required or optional in both.
 *
 * @typeParam A the record's type
 */
export const closedAs = <A>(
  name: string,
  required: RequiredFields<A>,
  ...[optional]: [OptionalKey<A>] extends [never] ? [] : [OptionalFields<A>]
): ClosedType<A> => build(name, required, optional ?? {}, false);

/** As {@link closedAs}, but fields beyond the known ones are let through unread (metadata of others). */
export const openAs = <A>(
  name: string,
  required: RequiredFields<A>,
  optional: OptionalFields<A>,
): ClosedType<A> => build(name, required, optional, true);

declare const brand: unique symbol;
/** A string of which a codec has seen that it is what its name says. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

/**
 * Where in UTF-8 a value ends that begins at a place; -1 where there is none of that form, or where it is
 * not written in the one plain way in which we write it.
 */
export type Plain = (utf8: Uint8Array, at: number) => number;

/** What JSON Schema can say of a text. It counts in characters of Unicode, a string here in units of UTF-16. */
export interface TextForm {
  /** what it is, in a sentence */
  readonly description: string;
  /** a regular expression that JavaScript and others read alike */
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** What else is known of the texts of a codec, beside whether one is of its form. */
export interface TextKnown {
  /** the same form in bytes, where somebody needs to be quick; no character of it is ever escaped */
  readonly plain?: Plain;
  /** the same form for others; without it a schema says that it is a string and no more */
  readonly form?: TextForm;
}

/** A codec of strings of one form, under a name of their own. */
export class TextType<Name extends string> extends t.Type<Branded<Name>, Branded<Name>, unknown> {
  constructor(
    name: string,
    holds: (s: string) => boolean,
    readonly known: TextKnown,
  ) {
    const is = (u: unknown): u is Branded<Name> => typeof u === 'string' && holds(u);
    super(name, is, (u, context) => (is(u) ? t.success(u) : t.failure(u, context, `no ${name}`)), t.identity);
  }
}
/** A codec of strings of one form, as {@link text} makes it. */
export type TextCodec<Name extends string> = TextType<Name>;

/** A refinement of strings under a name of its own. */
export const text = <Name extends string>(
  name: string,
  holds: (s: string) => boolean,
  known: TextKnown = {},
): TextCodec<Name> => new TextType(name, holds, known);

/** The strings that match a regular expression, under a name of their own. */
export const matching = <Name extends string>(
  name: string,
  form: TextForm & { readonly pattern: string },
): TextCodec<Name> => {
  const pattern = new RegExp(form.pattern);
  return text(name, (s) => pattern.test(s), { form });
};

/** One of these strings. */
export const oneOf = <K extends string>(name: string, ...values: ReadonlyArray<K>): OneOfType<K> =>
  new OneOfType(name, values);

/** A codec of a closed list of codes; `values` keeps their order. */
export class OneOfType<K extends string> extends t.Type<K> {
  readonly _tag = 'OneOfType' as const;
  readonly known: ReadonlySet<string>;
  constructor(
    name: string,
    readonly values: ReadonlyArray<K>,
  ) {
    const known: ReadonlySet<string> = new Set(values);
    const is = (u: unknown): u is K => typeof u === 'string' && known.has(u);
    super(
      name,
      is,
      (u, context) =>
        is(u) ? t.success(u) : t.failure(u, context, `no ${name}: one of ${values.join(', ')}`),
      t.identity,
    );
    this.known = known;
  }
}

const isCount = (u: unknown): u is number =>
  typeof u === 'number' && Number.isSafeInteger(u) && u >= 0 && !Object.is(u, -0);
/** Codec of a whole number from 0 to 2^53 - 1. */
export const Count = new t.Type<number, number, unknown>(
  'count',
  isCount,
  (u, context) => (isCount(u) ? t.success(u) : t.failure(u, context, 'no count: a whole number from 0')),
  t.identity,
);

/** An array of these, of at most `most` entries. */
export const list = <C extends t.Mixed>(codec: C, most = 10_000): ListType<C> => new ListType(codec, most);

/** A codec of an array; `item` is that of each entry. */
export class ListType<C extends t.Mixed> extends t.Type<ReadonlyArray<t.TypeOf<C>>> {
  readonly _tag = 'ListType' as const;
  constructor(
    readonly item: C,
    readonly most: number,
  ) {
    const is = (u: unknown): u is ReadonlyArray<t.TypeOf<C>> =>
      // Unlike every and forEach, find looks into holes too.
      Array.isArray(u) && u.length <= most && u.findIndex((entry) => !item.is(entry)) === -1;
    super(
      `list of ${item.name}`,
      is,
      (u, context) => {
        if (is(u)) return t.success(u);
        if (!Array.isArray(u)) return t.failure(u, context, `no list of ${item.name}`);
        if (u.length > most) return t.failure(u, context, `more than ${most} entries`);
        const errors: t.Errors = [];
        for (const [index, entry] of u.entries()) {
          const result = item.validate(entry, t.appendContext(context, String(index), item, entry));
          if (E.isLeft(result)) errors.push(...result.left);
        }
        return t.failures(errors);
      },
      t.identity,
    );
  }
}

/** This or null: null takes a value away. */
export const nullable = <C extends t.Mixed>(codec: C): NullableType<C> => new NullableType(codec);

/** A codec of a value or null; `inner` is that of the value. */
export class NullableType<C extends t.Mixed> extends t.Type<t.TypeOf<C> | null> {
  readonly _tag = 'NullableType' as const;
  constructor(readonly inner: C) {
    super(
      `${inner.name} or null`,
      (u): u is t.TypeOf<C> | null => u === null || inner.is(u),
      (u, context) => (u === null ? t.success(null) : inner.validate(u, context)),
      t.identity,
    );
  }
}
