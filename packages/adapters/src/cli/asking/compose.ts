import type { DomainEvent, PersonalDataKind } from '@burgernet/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { derivedId } from '../../commands/event-id.js';
import type { Failure } from '../failure.js';
import type { About, Default, Form } from './form.js';
import { identify, identifyIn } from './identify.js';
import type { SaidField } from './said.js';

/** A text that goes to the vault before the event that refers to it is written. */
export interface SaidText {
  readonly reference: string;
  readonly kind: PersonalDataKind;
  /** where the reference stands in the command's data, and so in its event's */
  readonly path: string;
  readonly text: string;
}

/** What a command asks for, before its codec saw it as a whole. */
export interface Composed {
  readonly data: Readonly<Record<string, unknown>>;
  readonly texts: ReadonlyArray<SaidText>;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path; `undefined` where there is none. */
const valueAt = (data: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isFields(value) ? value[name] : undefined), data);

/** The data with a value at a path. */
const withValue = (data: Fields, path: string, value: unknown): Fields => {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...data, [name]: value };
  const inner = data[name];
  return { ...data, [name]: withValue(isFields(inner) ? inner : {}, rest.join('.'), value) };
};

/** Looks up what is named by the beginning of its id. */
const lookedUp =
  (about: Omit<About, 'said'>) =>
  ({ field: { path, names }, value }: SaidField): TE.TaskEither<Failure, readonly [string, unknown]> => {
    const found: TE.TaskEither<Failure, unknown> =
      names === undefined || typeof value !== 'string'
        ? TE.right(value)
        : names === 'action'
          ? identify(names, value, about.models)
          : TE.fromEither(identifyIn(names, value, about.events));
    return pipe(
      found,
      TE.map((of) => [path, of] as const),
    );
  };

/**
 * Makes of what was said what the command asks for. What was not said is what the command said when it
 * was given first, so that a repeat is one; else it is derived. A text becomes a reference that derives
 * from the command's random id, and from nothing of the text.
 *
 * @param first what the command's own event said when it was given before
 */
export const compose = (
  form: Pick<Form, 'defaults'>,
  said: ReadonlyArray<SaidField>,
  about: Omit<About, 'said'>,
  first: DomainEvent | undefined,
): TE.TaskEither<Failure, Composed> => {
  const texts = said.flatMap(({ field: { path, keeps: kind }, value }) => {
    if (kind === undefined || typeof value !== 'string') return [];
    const reference = derivedId(`text/${about.commandId}/${path}`);
    return [{ reference, kind, path, text: value }];
  });
  const derive = (
    values: ReadonlyMap<string, unknown>,
    [path, of]: readonly [string, Default],
  ): TE.TaskEither<Failure, ReadonlyMap<string, unknown>> =>
    values.has(path)
      ? TE.right(values)
      : pipe(
          first === undefined ? of({ ...about, said: values }) : TE.right(valueAt(first.data, path)),
          TE.map((value) => (value === undefined ? values : new Map([...values, [path, value]]))),
        );
  return pipe(
    said.filter(({ field }) => !field.isAside && field.keeps === undefined),
    TE.traverseSeqArray(lookedUp(about)),
    TE.map((found) => [...found, ...texts.map(({ path, reference }) => [path, reference] as const)]),
    TE.chain((found) =>
      form.defaults.reduce<TE.TaskEither<Failure, ReadonlyMap<string, unknown>>>(
        (derived, one) =>
          pipe(
            derived,
            TE.chain((values) => derive(values, one)),
          ),
        TE.right(new Map(found)),
      ),
    ),
    TE.map((values) => ({
      data: [...values].reduce<Fields>((data, [path, value]) => withValue(data, path, value), {}),
      texts,
    })),
  );
};
