import { fieldOf, isNullable, isUnion, readMoments } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as t from 'io-ts';
import type { Failure } from '../failure.js';
import type { Given } from '../given.js';
import { codecOf } from './codec-of.js';
import type { Field } from './field.js';
import {
  emptyText,
  givenTwice,
  type MunicipalityNames,
  missing,
  notOfThis,
  notWhatItShouldBe,
  wrongMoment,
} from './field-failure.js';
import { callOf, keyOf } from './field-names.js';
import type { Form } from './form.js';

/** Something that was said: a value of the data as it will stand there, or a text to be looked up or kept. */
export interface SaidField {
  readonly field: Field;
  readonly value: unknown;
}

/** The word that takes away what may be absent. */
const nothing = 'none';

const readValue = (
  codec: t.Mixed,
  field: Field,
  given: string,
  municipalities: MunicipalityNames,
): E.Either<Failure, unknown> => {
  if (isNullable(codec) && given === nothing) return E.right(null);
  if (field.keeps !== undefined && given.trim() === '') return E.left(emptyText(field));
  if (field.names !== undefined || field.keeps !== undefined) return E.right(given);
  return pipe(
    readMoments(codec)(field.read(given)),
    E.mapLeft(({ error }) => wrongMoment(field, error, given)),
    E.chain((value) =>
      pipe(
        codec.decode(value),
        E.mapLeft((errors) => notWhatItShouldBe(field, codec, given, errors, municipalities)),
      ),
    ),
  );
};

const readField =
  (form: Form, municipalities: MunicipalityNames) =>
  ({ field, given }: { readonly field: Field; readonly given: unknown }): E.Either<Failure, SaidField> => {
    if (field.isAside || typeof given !== 'string') return E.right({ field, value: given });
    const codec = fieldOf(codecOf(form), field.path);
    if (codec === undefined) throw new Error(`${form.type} has no field ${field.path}.`);
    return pipe(
      readValue(codec, field, given, municipalities),
      E.map((value) => ({ field, value })),
    );
  };

/** Whether two options say the same thing, or each one of two things of which only one can be. */
const excludes = (form: Form, one: Field, other: Field): boolean => {
  if (one.path === other.path) return true;
  const [parent, otherParent] = [one, other].map(({ path }) => path.split('.').slice(0, -1).join('.'));
  const codec = parent === undefined || parent === '' ? undefined : fieldOf(codecOf(form), parent);
  return parent === otherParent && codec !== undefined && isUnion(codec);
};

const excluding = (form: Form, fields: ReadonlyArray<Field>): readonly [Field, Field] | undefined => {
  for (const [at, field] of fields.entries()) {
    const other = fields.slice(0, at).find((before) => excludes(form, before, field));
    if (other !== undefined) return [other, field];
  }
  return undefined;
};

/**
 * Reads what was said on the command line of what a command asks for, before anything else is looked at:
 * what is missing, what is said twice, and what has not the form that its codec asks for.
 *
 * @param args what stands behind the argument that names the stream
 * @param all every option of the line, also of its other ways
 */
export const readSaid = (
  form: Form,
  given: Given,
  args: ReadonlyArray<string>,
  all: ReadonlyArray<Field>,
  municipalities: MunicipalityNames,
): E.Either<Failure, ReadonlyArray<SaidField>> => {
  const here = [
    ...form.args.map((field, at) => ({ field, given: args[at] as unknown })),
    ...form.options.map((field) => ({ field, given: given[keyOf(field)] })),
  ];
  const absent = here.find((one) => one.given === undefined && one.field.isNeeded);
  if (absent !== undefined) return E.left(missing(absent.field, fieldOf(codecOf(form), absent.field.path)));
  const keys = new Set(form.options.map(callOf));
  const foreign = all.find((field) => !keys.has(callOf(field)) && given[keyOf(field)] !== undefined);
  if (foreign !== undefined) return E.left(notOfThis(foreign, form));
  const said = here.filter((one) => one.given !== undefined);
  const twice = excluding(
    form,
    said.map(({ field }) => field),
  );
  if (twice !== undefined) return E.left(givenTwice(...twice));
  return pipe(said, E.traverseArray(readField(form, municipalities)));
};
