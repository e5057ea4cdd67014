import { both, choicesOf, fieldOf, type Sentence } from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { CommandLine, CommandOption } from '../command-line.js';
import { usage } from '../failure.js';
import { nearestNames } from '../nearest.js';
import { actionForms } from './action-forms.js';
import { codecOf } from './codec-of.js';
import type { Field } from './field.js';
import { callOf } from './field-names.js';
import type { Form } from './form.js';
import { mailingForms } from './mailing-forms.js';
import { countForms } from './municipality-forms.js';
import { publish } from './publication-form.js';
import type { Ways } from './run-asking.js';
import { successForms } from './success-forms.js';
import { thank, withdrawThanks } from './thanks-forms.js';

/** A line of the command that gives a command of the domain, in one way or in several. */
interface AskingLine extends Ways {
  readonly says: Sentence;
  /** what chooses among them */
  readonly options: ReadonlyArray<CommandOption>;
}

/** Decides and writes nothing. */
export const dryRun: CommandOption = {
  flags: '--dry-run',
  says: both('decide and show, write nothing', 'beslis en toon, leg niets vast'),
};

const only = (form: Form): AskingLine => ({
  says: form.says,
  forms: [form],
  choose: () => E.right(form),
  options: [],
});

const thankLine: AskingLine = {
  says: thank.says,
  forms: [thank, withdrawThanks],
  choose: (given) => E.right(given['withdraw'] === true ? withdrawThanks : thank),
  options: [{ flags: '--withdraw', says: both('take the thanks back', 'trek het bedankje in') }],
};

const things = [...countForms.keys()];
const [firstCount, ...otherCounts] = countForms.values();

const countLine = (form: Form): AskingLine => ({
  says: both(`${form.says.en}: ${things.join(', ')}`, `${form.says.nl}: ${things.join(', ')}`),
  forms: [form, ...otherCounts],
  choose: (_, [, thing = '']) =>
    pipe(
      countForms.get(thing),
      E.fromNullable(
        usage(
          'UnknownThing',
          `"${thing}" is nothing that is counted here; give one of ${things.join(', ')}.`,
          `"${thing}" wordt hier niet geteld; geef een van ${things.join(', ')}.`,
          { given: thing, nearest: nearestNames(thing, things) },
        ),
      ),
    ),
  options: [],
});

/** Every way in which a command of the domain is given on the command line. */
export const forms: ReadonlyArray<Form> = [
  ...actionForms,
  ...successForms,
  ...mailingForms,
  ...countForms.values(),
  thank,
  withdrawThanks,
  publish,
];

/** What an option says, with the codes among which it lets choose. */
const optionOf =
  (form: Form) =>
  ({ flags, path, says, isNeeded, isAside }: Field): CommandOption => {
    const codec = isAside ? undefined : fieldOf(codecOf(form), path);
    const choices = codec === undefined ? [] : choicesOf(codec);
    const codes = choices.length === 0 ? '' : `: ${choices.join(', ')}`;
    const must = isNeeded ? both(' (needed)', ' (nodig)') : both('', '');
    return { flags, says: both(`${says.en}${must.en}${codes}`, `${says.nl}${must.nl}${codes}`) };
  };

/** Each option once, as the first form that has it says it. */
const optionsOf = (ways: ReadonlyArray<Form>): ReadonlyArray<CommandOption> => {
  const options = new Map<string, CommandOption>();
  for (const form of ways)
    for (const field of form.options) {
      const call = callOf(field);
      if (!options.has(call)) options.set(call, optionOf(form)(field));
    }
  return [...options.values()];
};

const argumentsOf = ({ target, kind, args }: Form): string =>
  [...(target === 'named' ? [`<${kind}>`] : []), ...args.map(({ flags }) => flags)].join(' ');

const lineOf = ({ says, forms: ways, choose, options }: AskingLine): CommandLine => {
  const [first] = ways;
  const takes = argumentsOf(first);
  return {
    name: first.line,
    says,
    ...(takes === '' ? {} : { takes }),
    options: [...options, ...optionsOf(ways), dryRun],
    load: async () => (await import('./run-asking.js')).runAsking({ choose, forms: ways }),
  };
};

/** The lines of `burgernet` that give the commands of the domain. */
export const askingLines: ReadonlyArray<CommandLine> = [
  ...[...actionForms, ...successForms, ...mailingForms].map(only),
  ...(firstCount === undefined ? [] : [countLine(firstCount)]),
  thankLine,
].map(lineOf);
