import {
  ActionType,
  both,
  type Instant,
  type MunicipalityCode,
  parseReference,
  Region,
  type Sentence,
} from '@burgernet/domain';
import {
  type AsOf,
  currentDefinitions,
  type Definition,
  definitionOf,
  latestYear,
  type ReadModels,
} from '@burgernet/projections';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { typeLabel } from '../report/labels/vocabulary.js';
import { type Failure, failureOf, refusal, usage } from './failure.js';
import { nearest, nearestNames } from './nearest.js';

/** Reads a year, 1900 to 2999. */
export const readYear = (given: string): E.Either<Failure, number> =>
  /^(19|2\d)\d\d$/.test(given)
    ? E.right(Number(given))
    : E.left(
        usage(
          'NotAYear',
          `"${given}" is no year from 1900 to 2999; give one such as --year 2021.`,
          `"${given}" is geen jaar van 1900 tot en met 2999; geef er een, zoals --year 2021.`,
          { given },
        ),
      );

/** Reads a month, 1 to 12. */
export const readMonth = (given: string): E.Either<Failure, number> =>
  /^(0?[1-9]|1[0-2])$/.test(given)
    ? E.right(Number(given))
    : E.left(
        usage(
          'NotAMonth',
          `"${given}" is no month; give a number from 1 to 12.`,
          `"${given}" is geen maand; geef een getal van 1 tot en met 12.`,
          { given },
        ),
      );

/** What the nearest names are; where none is near, where to find them all. */
const whereToLook = (near: ReadonlyArray<string>, all: Sentence): Sentence => {
  const names = near.join(', ');
  if (near.length === 0) return all;
  return near.length === 1
    ? both(`the nearest is ${names}`, `het dichtst erbij is ${names}`)
    : both(`the nearest are ${names}`, `het dichtst erbij zijn ${names}`);
};

const unknown = (
  code: string,
  what: Sentence,
  given: string,
  near: ReadonlyArray<string>,
  all: Sentence,
): Failure => {
  const { en, nl } = whereToLook(near, all);
  return refusal(
    code,
    `There is no ${what.en} "${given}"; ${en}.`,
    `Er is geen ${what.nl} "${given}"; ${nl}.`,
    { given, nearest: near },
  );
};

const theyAre = (names: ReadonlyArray<string>): Sentence =>
  both(`there are ${names.join(', ')}`, `dit zijn ze: ${names.join(', ')}`);

const inTheReport = both('burgernet report --json has them all', 'burgernet report --json heeft ze alle');

/** Finds the definition of a figure by its name. */
export const readFigure = (given: string): E.Either<Failure, Definition> =>
  E.fromNullable(
    unknown(
      'UnknownFigure',
      both('figure', 'cijfer'),
      given,
      nearestNames(
        given,
        currentDefinitions.map(({ name }) => name),
      ),
      both('burgernet definition list has them all', 'burgernet definition list heeft ze alle'),
    ),
  )(definitionOf(given));

/** Reads one of a few codes. @param namesOf what a person may call one instead, to find the nearest by */
export const readOneOf =
  <A extends string>(
    values: ReadonlyArray<A>,
    is: (given: string) => given is A,
    code: string,
    what: Sentence,
    namesOf: (value: A) => ReadonlyArray<string> = (value) => [value],
  ) =>
  (given: string): E.Either<Failure, A> =>
    is(given)
      ? E.right(given)
      : E.left(unknown(code, what, given, nearest(given, values, namesOf), theyAre(values)));

/** Reads a police region. */
export const readRegion: (given: string) => E.Either<Failure, Region> = readOneOf(
  Region.values,
  Region.is,
  'UnknownRegion',
  both('region', 'regio'),
);

/** Reads a type of action. */
export const readType: (given: string) => E.Either<Failure, ActionType> = readOneOf(
  ActionType.values,
  ActionType.is,
  'UnknownType',
  both('type of action', 'soort actie'),
  (type) => [type, typeLabel(type, 'nl'), typeLabel(type, 'en')],
);

/** How what has no municipality, or no type, is asked apart. */
const none = 'none';

/** Reads what is asked apart: one of its kind, or `none` for what has none, which is `null` as in JSON. */
export const orNone =
  <A>(read: (given: string) => E.Either<Failure, A>) =>
  (given: string): E.Either<Failure, A | null> =>
    given === none ? E.right(null) : read(given);

/** Finds a municipality among those that the reference data or the store know. */
export const readMunicipality =
  (known: ReadonlyMap<MunicipalityCode, string | undefined>) =>
  (given: string): E.Either<Failure, MunicipalityCode> => {
    const all = [...known].map(([code, name]) => ({ code, name }));
    const found = all.find(({ code }) => code === given);
    if (found !== undefined) return E.right(found.code);
    const near = nearest(given, all, ({ code, name }) => (name === undefined ? [code] : [code, name]));
    return E.left(
      unknown(
        'UnknownMunicipality',
        both('municipality', 'gemeente'),
        given,
        near.map(({ code, name }) => (name === undefined ? code : `${code} (${name})`)),
        inTheReport,
      ),
    );
  };

/** Reads a reference date: a date is its last millisecond in Amsterdam. */
export const readReference = (given: string): E.Either<Failure, Instant> =>
  pipe(
    parseReference(given),
    E.mapLeft((error) => failureOf(2)({ ...error, facts: { given } })),
  );

/** Reads `--as-of` and `--at-position`: as known when. */
export const readAsOf = (
  asOf: string | undefined,
  atPosition: string | undefined,
): E.Either<Failure, AsOf> => {
  if (asOf !== undefined && atPosition !== undefined)
    return E.left(
      usage(
        'TwoReferences',
        'Give --as-of or --at-position, not both.',
        'Geef --as-of of --at-position, niet beide.',
      ),
    );
  if (asOf !== undefined)
    return pipe(
      readReference(asOf),
      E.map((registered) => ({ registered })),
    );
  if (atPosition === undefined) return E.right('latest');
  return /^\d{1,15}$/.test(atPosition)
    ? E.right({ logged: Number(atPosition) })
    : E.left(
        usage(
          'NotAPosition',
          `"${atPosition}" is no position of the log; give a whole number.`,
          `"${atPosition}" is geen positie van het log; geef een geheel getal.`,
          { given: atPosition },
        ),
      );
};

/** Refuses a position that the log has not reached. */
export const isReached =
  (position: number) =>
  (asOf: AsOf): E.Either<Failure, AsOf> =>
    asOf !== 'latest' && 'logged' in asOf && asOf.logged > position
      ? E.left(
          refusal(
            'PositionNotReached',
            `The log ends at position ${position}, before ${asOf.logged}; give a position up to there.`,
            `Het log eindigt op positie ${position}, voor ${asOf.logged}; geef een positie tot daar.`,
            { given: asOf.logged, last: position },
          ),
        )
      : E.right(asOf);

/** The region asked, else the only one that the store has figures of, else (absent) the country. */
export const regionOr = (asked: Region | undefined, models: ReadModels): Region | undefined => {
  if (asked !== undefined) return asked;
  const [only, ...others] = models.ledger.regions();
  return others.length === 0 ? only : undefined;
};

/** The year asked, else the latest with actions, else the latest with anything. */
export const yearOr = (asked: number | undefined, models: ReadModels): E.Either<Failure, number> =>
  E.fromNullable(
    refusal(
      'NothingRecorded',
      'The store has no year with figures yet; import a history, or name a year with --year.',
      'De opslag heeft nog geen jaar met cijfers; importeer een geschiedenis, of noem een jaar met --year.',
    ),
  )(asked ?? latestYear(models));
