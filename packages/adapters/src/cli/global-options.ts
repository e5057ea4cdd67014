import { Uuid } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type NamedActor, parseActor } from '../commands/named-actor.js';
import { type Failure, failureOf, optional, usage } from './failure.js';
import type { Given } from './given.js';
import { text } from './given.js';
import { type Language, languageNamed, languageOfLocale } from './language.js';

/** What every command of `burgernet` can be told. */
export interface GlobalOptions {
  /** the store's address, such as `sqlite:burgernet.db` */
  readonly store: string;
  readonly language: Language;
  /** whether a program reads what is printed, and not a person */
  readonly json: boolean;
  /** no messages on standard error, errors excepted */
  readonly quiet: boolean;
  /** errors come with their stack */
  readonly debug: boolean;
  /** who acts, where that was said; a person's name in it must not reach an event */
  readonly as?: NamedActor;
  /** whether that stood on the command line and not in the environment */
  readonly asGiven: boolean;
  /** the command's id, where one was given */
  readonly id?: Uuid;
}

/** Where the store is unless somebody says otherwise. */
export const defaultStore = 'sqlite:burgernet.db';

const readLanguage = (given: string): E.Either<Failure, Language> =>
  E.fromNullable(
    usage(
      'UnknownLanguage',
      `"${given}" is no language of this command; choose --lang en or --lang nl.`,
      `"${given}" is geen taal van deze opdracht; kies --lang nl of --lang en.`,
      { given, languages: ['en', 'nl'] },
    ),
  )(languageNamed(given));

const readActor = (given: string): E.Either<Failure, NamedActor> =>
  pipe(parseActor(given), E.mapLeft(failureOf(2)));

const readId = (given: string): E.Either<Failure, Uuid> =>
  E.fromPredicate(Uuid.is, (wrong) =>
    usage(
      'NotAUuid',
      `"${wrong}" is not a command's id; give a UUID in lower case, such as 6f1ed002-ab5c-4f6e-9d5b-1f0c2f3e4a5b.`,
      `"${wrong}" is geen id van een opdracht; geef een UUID in kleine letters, zoals 6f1ed002-ab5c-4f6e-9d5b-1f0c2f3e4a5b.`,
      { given: wrong },
    ),
  )(given);

/** Reads what was given on the command line and, where nothing was, in the environment. */
export const readGlobalOptions = (
  given: Given,
  environment: NodeJS.ProcessEnv,
): E.Either<Failure, GlobalOptions> => {
  const or = (name: string, variable: string): string | undefined =>
    text(given, name) ?? (environment[variable] === '' ? undefined : environment[variable]);
  return pipe(
    E.Do,
    E.bind('language', () => optional(text(given, 'lang'), readLanguage)),
    E.bind('as', () => optional(or('as', 'BURGERNET_AS'), readActor)),
    E.bind('id', () => optional(text(given, 'id'), readId)),
    E.map(({ language, as, id }) => ({
      store: or('store', 'BURGERNET_STORE') ?? defaultStore,
      language: language ?? languageOfLocale(environment),
      json: given['json'] === true,
      quiet: given['quiet'] === true,
      debug: given['debug'] === true,
      asGiven: text(given, 'as') !== undefined,
      ...(as === undefined ? {} : { as }),
      ...(id === undefined ? {} : { id }),
    })),
  );
};
