import type { ReportContext } from '../../report/context.js';
import type { Context } from '../context.js';
import { figuresMovedText } from './figures-moved.js';
import type { Outcome } from './outcome.js';
import { outcomeJson } from './outcome-json.js';
import { eventsOf, nothingWritten, sentencesOf } from './outcome-text.js';

/** Prints what came of a command: with `--quiet` nothing but the id of what it made. */
export const printOutcome = (
  { options, terminal }: Context,
  outcome: Outcome,
  context: ReportContext,
): Promise<void> => {
  const { figures, id } = outcome;
  if (options.json) return terminal.print(`${JSON.stringify(outcomeJson(outcome))}\n`);
  if (options.quiet) return terminal.print(`${id}\n`);
  const why = nothingWritten(outcome);
  const lines = [
    ...(why === undefined ? [] : [why[context.lang]]),
    ...sentencesOf(outcome, context),
    ...eventsOf(outcome),
    ...(figures === undefined ? [] : figuresMovedText(figures, context.lang)),
  ];
  return terminal.print(`${lines.join('\n')}\n`);
};
