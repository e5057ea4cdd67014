import { isUtf8 } from 'node:buffer';
import { both, Uuid } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { derivedId } from '../../commands/event-id.js';
import { codeOf, type NamedActor, parseActor } from '../../commands/named-actor.js';
import { canonical } from '../../interchange/canonical.js';
import { refuse } from '../../interchange/line-fault.js';
import { type Line, longestLine } from '../../interchange/lines.js';
import { fieldTwice, parseJson } from '../../interchange/raw-json.js';
import { type Failure, failureOf, optional, usage } from '../failure.js';
import { nearestNames } from '../nearest.js';
import type { Call } from './ask.js';
import type { MunicipalityNames } from './field-failure.js';
import { keyOf } from './field-names.js';
import type { Form } from './form.js';
import { readSaid, type SaidField } from './said.js';
import { successForms } from './success-forms.js';

/** What settles an ended action: a success that was marked, or that there was none. */
const settling = successForms.filter(({ type }) => type === 'MarkSuccess' || type === 'RuleOutSuccess');
const types = settling.map(({ type }) => type).join(', ');

type Fields = Readonly<Record<string, string>>;

const malformed = (en: string, nl: string, details: object = {}): Failure =>
  usage('LineMalformed', en, nl, details);

/** The fields of a line, all of them texts as on the command line. */
const fieldsOf = ({ bytes }: Line): E.Either<Failure, Fields> => {
  if (bytes === undefined) return E.left(failureOf(2)(refuse('LineTooLong', { most: longestLine })));
  if (!isUtf8(bytes)) return E.left(failureOf(2)(refuse('NotUtf8', {})));
  const text = new TextDecoder().decode(bytes);
  const value = parseJson(text);
  if (value === undefined) return E.left(failureOf(2)(refuse('NotJson', {})));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return E.left(
      malformed(
        'The line is no JSON object; write one, such as {"command":"RuleOutSuccess","action":"2f1c7a52","reason":"not-found"}.',
        'De regel is geen JSON-object; schrijf er een, zoals {"command":"RuleOutSuccess","action":"2f1c7a52","reason":"not-found"}.',
      ),
    );
  const twice = fieldTwice(text);
  if (twice !== undefined) return E.left(failureOf(2)(refuse('FieldTwice', { field: twice })));
  const fields: Record<string, string> = {};
  for (const [name, field] of Object.entries(value)) {
    if (typeof field !== 'string')
      return E.left(
        malformed(
          `"${name}" is no text; write every value as a text between quotation marks.`,
          `"${name}" is geen tekst; schrijf elke waarde als tekst tussen aanhalingstekens.`,
          { field: name },
        ),
      );
    fields[name] = field;
  }
  return E.right(fields);
};

const formOf = ({ command = '' }: Fields): E.Either<Failure, Form> =>
  E.fromNullable(
    malformed(
      `"command" cannot be "${command}"; it is one of ${types}.`,
      `"command" kan niet "${command}" zijn; het is een van ${types}.`,
      { given: command },
    ),
  )(settling.find(({ type }) => type === command));

/** Refuses a field that the command does not have: a typo would otherwise leave something out in silence. */
const areKnown = (form: Form, fields: Fields): E.Either<Failure, void> => {
  const known = ['command', 'action', 'as', 'id', ...form.options.map(keyOf)];
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown === undefined) return E.right(undefined);
  const near = nearestNames(unknown, known);
  const perhaps =
    near.length === 0
      ? both(`it has ${known.join(', ')}`, `wel ${known.join(', ')}`)
      : both(`${near.join(' or ')} may be meant`, `misschien is ${near.join(' of ')} bedoeld`);
  return E.left(
    malformed(
      `${form.type} has no field "${unknown}"; ${perhaps.en}.`,
      `${form.type} heeft geen veld "${unknown}"; ${perhaps.nl}.`,
      { given: unknown, nearest: near },
    ),
  );
};

const idOf = (given: string): E.Either<Failure, Uuid> =>
  Uuid.is(given)
    ? E.right(given)
    : E.left(
        malformed(
          `"id" cannot be "${given}"; it is a UUID in lower case.`,
          `"id" kan niet "${given}" zijn; het is een UUID in kleine letters.`,
          { given },
        ),
      );

/**
 * What a line says, but for names and for texts of the vault: an id in the log must not be a way to find
 * out what they were.
 */
const contentOf = (
  { type }: Form,
  action: string,
  said: ReadonlyArray<SaidField>,
  by: NamedActor,
): string => {
  const fields = said.filter(({ field }) => field.keeps === undefined);
  const values = fields.map(({ field, value }) => [field.path, value]);
  return `settled/${canonical({ type, action, by: codeOf(by), said: Object.fromEntries(values) })}`;
};

/**
 * Reads a line that settles an action: what stands there is what the options of `success mark` and
 * `success rule-out` say, under their names. Without an `id` of its own the command's derives from the
 * line, names and texts left out, so that the same line is the same command.
 *
 * @param by who acts, where the line does not say it
 */
export const readSettlingLine =
  (by: NamedActor, municipalities: MunicipalityNames) =>
  (line: Line): E.Either<Failure, Call> =>
    pipe(
      E.Do,
      E.bind('fields', () => fieldsOf(line)),
      E.bind('form', ({ fields }) => formOf(fields)),
      E.chainFirst(({ form, fields }) => areKnown(form, fields)),
      E.bind('named', ({ fields }) =>
        optional(fields['as'], (given) => pipe(parseActor(given), E.mapLeft(failureOf(2)))),
      ),
      E.bind('id', ({ fields }) => optional(fields['id'], idOf)),
      E.bind('action', ({ fields }) =>
        E.fromNullable(
          malformed(
            'The line names no action; give its id, or a unique beginning of it, as "action".',
            'De regel noemt geen actie; geef haar id, of een uniek begin ervan, als "action".',
          ),
        )(fields['action']),
      ),
      E.bind('said', ({ form, fields }) => readSaid(form, fields, [], form.options, municipalities)),
      E.map(({ form, fields, named = by, id, action, said }) => ({
        form,
        given: fields,
        names: [action],
        said,
        commandId: id ?? derivedId(contentOf(form, action, said, named)),
        by: named,
      })),
    );
