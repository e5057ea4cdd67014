import { both } from '@burgernet/domain';
import type { ReportContext } from '../../report/context.js';
import { movedJson } from '../../report/json/moved-json.js';
import { count } from '../../report/numbers.js';
import type { Context } from '../context.js';
import type { Failure } from '../failure.js';
import { type FiguresMoved, figuresMovedText } from './figures-moved.js';
import type { Outcome } from './outcome.js';
import { outcomeJson } from './outcome-json.js';
import { eventsOf, nothingWritten, sentencesOf } from './outcome-text.js';

/** What came of one of several commands. */
export interface OutcomeAt {
  readonly at: string;
  readonly outcome: Outcome;
}

/** Why one of several commands is refused. */
export interface RefusedAt {
  readonly at: string;
  readonly failure: Failure;
}

const refusedHere = both('refused', 'geweigerd');

/** Prints why nothing was written: each refusal with where it stands. */
export const printRefused = (
  { options: { json, language }, terminal }: Context,
  all: number,
  refused: ReadonlyArray<RefusedAt>,
): Promise<void> => {
  if (json)
    return terminal.print(
      `${JSON.stringify({
        recorded: 0,
        refused: refused.map(({ at, failure: { code, text, details } }) => ({
          at,
          code,
          message: text[language],
          details,
        })),
      })}\n`,
    );
  const [n, of] = [count(refused.length, language), count(all, language)];
  const why = both(
    `Nothing was recorded: ${n} of ${of} refused. Correct them and give all of them again.`,
    `Er is niets vastgelegd: ${n} van ${of} geweigerd. Verbeter ze en geef ze alle opnieuw.`,
  );
  const lines = refused.map(
    ({ at, failure }) => `${at}: ${refusedHere[language]}. ${failure.text[language]}`,
  );
  return terminal.print(`${[...lines, why[language]].join('\n')}\n`);
};

const linesOf = ({ at, outcome }: OutcomeAt, context: ReportContext): ReadonlyArray<string> => {
  const why = outcome.repeated ? nothingWritten(outcome) : undefined;
  const said = [...(why === undefined ? [] : [why[context.lang]]), ...sentencesOf(outcome, context)];
  return [`${at}: ${said.join(' ')}`, ...eventsOf(outcome)];
};

/** Prints what came of several commands, and what they moved together. */
export const printAll = (
  { options: { json, quiet, language }, terminal }: Context,
  outcomes: ReadonlyArray<OutcomeAt>,
  figures: FiguresMoved | undefined,
  context: ReportContext,
): Promise<void> => {
  const repeated = outcomes.filter(({ outcome }) => outcome.repeated).length;
  const isDryRun = outcomes.some(({ outcome }) => outcome.isDryRun);
  if (json)
    return terminal.print(
      `${JSON.stringify({
        dryRun: isDryRun,
        recorded: isDryRun ? 0 : outcomes.length - repeated,
        repeated,
        refused: [],
        commands: outcomes.map(({ at, outcome }) => ({ at, ...outcomeJson(outcome) })),
        ...(figures === undefined ? {} : { figures: figures.moved.map(movedJson) }),
      })}\n`,
    );
  if (quiet) return terminal.print(outcomes.map(({ outcome }) => `${outcome.id}\n`).join(''));
  const [n, before] = [count(outcomes.length - repeated, language), count(repeated, language)];
  const sum = isDryRun
    ? both(
        `Nothing was written. To be recorded: ${n}; given before: ${before}.`,
        `Er is niets vastgelegd. Vast te leggen: ${n}; eerder gegeven: ${before}.`,
      )
    : both(`Recorded: ${n}; given before: ${before}.`, `Vastgelegd: ${n}; eerder gegeven: ${before}.`);
  const lines = [
    ...outcomes.flatMap((one) => linesOf(one, context)),
    sum[language],
    ...(figures === undefined ? [] : figuresMovedText(figures, language)),
  ];
  return terminal.print(`${lines.join('\n')}\n`);
};
