import {
  both,
  choicesOf,
  explain,
  type MunicipalityCode,
  type Sentence,
  type TimeError,
} from '@burgernet/domain';
import type * as t from 'io-ts';
import { clause } from '../../commands/clause.js';
import { type Failure, usage } from '../failure.js';
import { nearest, nearestNames } from '../nearest.js';
import type { Field } from './field.js';
import { callOf } from './field-names.js';
import type { Form } from './form.js';

/** Names of municipalities by code. */
export type MunicipalityNames = ReadonlyMap<MunicipalityCode, string>;

/** What a value should be, by the name of its codec, as a sentence says what an option takes. */
const forms: Readonly<Record<string, Sentence>> = {
  uuid: both('a whole id, a UUID in lower case', 'een heel id, een UUID in kleine letters'),
  'municipality code': both('a CBS code, such as GM0344', 'een CBS-code, zoals GM0344'),
  code: both(
    'a short code in lower case, such as delivered',
    'een korte code in kleine letters, zoals delivered',
  ),
  'sender code': both(
    'a code of letters, digits and hyphens, such as BT-Almere',
    'een code van letters, cijfers en streepjes, zoals BT-Almere',
  ),
  postcode: both('a postcode, such as 1315 or 1315AB', 'een postcode, zoals 1315 of 1315AB'),
  count: both('a whole number from 0', 'een geheel getal vanaf 0'),
  date: both('a day that exists, such as 2021-12-31', 'een dag die bestaat, zoals 2021-12-31'),
  month: both('a month, such as 2021-12', 'een maand, zoals 2021-12'),
  boolean: both('yes or no', 'ja of nee'),
  reference: both('a reference of at most 200 characters', 'een verwijzing van ten hoogste 200 tekens'),
  label: both('a text of at most 300 characters', 'een tekst van ten hoogste 300 tekens'),
};

const oneOf = (choices: ReadonlyArray<string>): Sentence =>
  both(`one of ${choices.join(', ')}`, `een van ${choices.join(', ')}`);

/** What is asked for, as far as that can be said in a few words. */
const asked = (codec: t.Mixed): Sentence | undefined => {
  const choices = choicesOf(codec);
  if (choices.length > 0) return oneOf(choices);
  const inner: string = codec.name.replace(/^list of /, '').replace(/ or null$/, '');
  return forms[inner];
};

/** The beginning of a clause about what may have been meant; empty where nothing is near. */
const meant = (near: ReadonlyArray<string>): Sentence =>
  near.length === 0
    ? both('', '')
    : both(`${near.join(' or ')} may be meant, and `, `misschien is ${near.join(' of ')} bedoeld, en `);

const nearTo = (codec: t.Mixed, given: string, municipalities: MunicipalityNames): ReadonlyArray<string> =>
  codec.name.includes('municipality code')
    ? nearest(given, [...municipalities], ([code, name]) => [code, name]).map(
        ([code, name]) => `${code} (${name})`,
      )
    : nearestNames(given, choicesOf(codec));

/** Something has to be said that was not. */
export const missing = (field: Field, codec: t.Mixed | undefined): Failure => {
  const call = callOf(field);
  const what = codec === undefined ? undefined : asked(codec);
  return usage(
    field.flags.startsWith('--') ? 'OptionMissing' : 'MissingArgument',
    `${call} is missing; say ${field.says.en}${what === undefined ? '' : `: ${what.en}`}.`,
    `${call} ontbreekt; zeg ${field.says.nl}${what === undefined ? '' : `: ${what.nl}`}.`,
    { option: call },
  );
};

/** Two options say the same thing. */
export const givenTwice = (one: Field, other: Field): Failure =>
  usage(
    'OptionsExclude',
    `Give ${callOf(one)} or ${callOf(other)}, not both.`,
    `Geef ${callOf(one)} of ${callOf(other)}, niet beide.`,
    { options: [callOf(one), callOf(other)] },
  );

/** An option of another way in which the line can be called. */
export const notOfThis = (field: Field, { line, options }: Form): Failure =>
  usage(
    'OptionNotHere',
    `${callOf(field)} says nothing here; burgernet ${line} takes ${options.map(callOf).join(', ')} in this way.`,
    `${callOf(field)} zegt hier niets; burgernet ${line} kent op deze manier ${options.map(callOf).join(', ')}.`,
    { option: callOf(field) },
  );

/** A text for the vault of which nothing would be kept. */
export const emptyText = (field: Field): Failure =>
  usage(
    'TextEmpty',
    `${callOf(field)} is empty; write something, or leave it out.`,
    `${callOf(field)} is leeg; schrijf iets, of laat het weg.`,
    { option: callOf(field) },
  );

/** A moment that cannot be read. The sentence quotes what was given, also where more was read into it. */
export const wrongMoment = (field: Field, { tag, text, given: read }: TimeError, given: string): Failure => {
  const quoting = (sentence: string): string =>
    `${callOf(field)}: ${sentence.replace(`"${read}"`, () => `"${given}"`)}`;
  return usage(tag, quoting(text.en), quoting(text.nl), { option: callOf(field), given });
};

/** A value that its codec does not take. */
export const notWhatItShouldBe = (
  field: Field,
  codec: t.Mixed,
  given: string,
  errors: t.Errors,
  municipalities: MunicipalityNames,
): Failure => {
  const call = callOf(field);
  const what = asked(codec);
  const near = nearTo(codec, given, municipalities);
  const perhaps = meant(near);
  return what === undefined
    ? usage(
        'OptionMalformed',
        `${call} cannot be "${given}": ${clause(explain(errors))}; --help says what it takes.`,
        `${call} kan niet "${given}" zijn (${clause(explain(errors))}); --help zegt wat het aanneemt.`,
        { option: call, given },
      )
    : usage(
        'OptionMalformed',
        `${call} cannot be "${given}"; ${perhaps.en}it takes ${what.en}.`,
        `${call} kan niet "${given}" zijn; ${perhaps.nl}${near.length === 0 ? 'geef' : 'het is'} ${what.nl}.`,
        { option: call, given, nearest: near },
      );
};
