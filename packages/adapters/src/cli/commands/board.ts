import { both, type Instant, local } from '@burgernet/domain';
import { type BoardAction, board as boardOf } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { ReportContext } from '../../report/context.js';
import { successLabel } from '../../report/labels/figures.js';
import { statusLabel } from '../../report/labels/vocabulary.js';
import { responsesText, whatAndWhere } from '../action-text.js';
import type { Done, Run } from '../context.js';
import { reportContext } from '../known-municipalities.js';
import { readModels } from '../reading.js';

const words = {
  nobody: both('No actions are open at the moment.', 'Er lopen nu geen acties.'),
  started: both('started', 'begonnen'),
  runsUntil: both('runs until', 'loopt tot'),
  over: both('its run time is over', 'de looptijd is voorbij'),
  responses: both('responses', 'reacties'),
  success: both('success', 'succes'),
};

const shown = (action: BoardAction, now: Instant, context: ReportContext): string => {
  const { lang: language } = context;
  const { actionId, status, startedAt, runsUntil, success } = action;
  return [
    actionId,
    `  ${whatAndWhere(action, context)}${status === 'actual' ? '' : ` (${statusLabel(status, language)})`}`,
    `  ${words.started[language]} ${local(startedAt)}, ${words.runsUntil[language]} ${local(runsUntil)}${runsUntil <= now ? ` (${words.over[language]})` : ''}`,
    `  ${words.responses[language]}: ${responsesText(action, context)}`,
    ...(success === 'none' ? [] : [`  ${words.success[language]}: ${successLabel(success, language)}`]),
  ].join('\n');
};

/** `burgernet board`: the open actions with their responses; times are those of Amsterdam. */
export const board: Run = (context, given) =>
  pipe(
    TE.Do,
    TE.bind('models', () => readModels(context, { rebuild: given['rebuild'] === true })),
    TE.bind('drawing', () => reportContext(context.options.language)),
    TE.chainTaskK(({ models, drawing }) => async (): Promise<Done> => {
      const { options, terminal, now } = context;
      const [language, actions, moment] = [options.language, boardOf(models), now()];
      const text =
        actions.length === 0
          ? words.nobody[language]
          : actions.map((action) => shown(action, moment, drawing)).join('\n\n');
      await terminal.print(
        options.json ? `${JSON.stringify({ position: models.position, actions })}\n` : `${text}\n`,
      );
      return 0;
    }),
  );
