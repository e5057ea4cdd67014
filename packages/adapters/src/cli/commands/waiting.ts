import { both, type Instant, local } from '@burgernet/domain';
import { type AwaitingAction, awaitingVerdict, board } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { ReportContext } from '../../report/context.js';
import { count } from '../../report/numbers.js';
import { daysBetween, responsesText, whatAndWhere } from '../action-text.js';
import type { Done, Run } from '../context.js';
import { optional } from '../failure.js';
import { text } from '../given.js';
import { reportContext } from '../known-municipalities.js';
import { readRegion } from '../question.js';
import { readModels } from '../reading.js';

const words = {
  nobody: both('No ended action waits for a verdict.', 'Er wacht geen afgelopen actie op een oordeel.'),
  ended: both('ended', 'geëindigd'),
  responses: both('responses', 'reacties'),
};

const waited = (days: number) =>
  both(
    `waiting ${count(days, 'en')} ${days === 1 ? 'day' : 'days'}`,
    `wacht ${count(days, 'nl')} ${days === 1 ? 'dag' : 'dagen'}`,
  );

const shown = (action: AwaitingAction, now: Instant, context: ReportContext): string => {
  const { actionId, endedAt } = action;
  const { lang } = context;
  return [
    actionId,
    `  ${whatAndWhere(action, context)}`,
    `  ${words.ended[lang]} ${local(endedAt)}, ${waited(daysBetween(endedAt, now))[lang]}`,
    `  ${words.responses[lang]}: ${responsesText(action, context)}`,
  ].join('\n');
};

/** What somebody who works the list off should know: these are not on it, and will be when their end is recorded. */
const notEnded = (actions: number) =>
  both(
    `Open actions whose run time is over: ${count(actions, 'en')}. They wait here when their end is recorded; burgernet board shows them.`,
    `Open acties waarvan de looptijd voorbij is: ${count(actions, 'nl')}. Ze wachten hier zodra hun einde is vastgelegd; burgernet board toont ze.`,
  );

/** `burgernet success waiting`: the ended actions that nobody has closed, the longest waiting first. */
export const waiting: Run = (context, given) =>
  pipe(
    TE.Do,
    TE.bind('region', () => TE.fromEither(optional(text(given, 'region'), readRegion))),
    TE.bind('models', () => readModels(context, { rebuild: given['rebuild'] === true })),
    TE.bind('drawing', () => reportContext(context.options.language)),
    TE.chainTaskK(({ region, models, drawing }) => async (): Promise<Done> => {
      const { options, terminal } = context;
      const now = context.now();
      const actions = awaitingVerdict(models, region);
      const due = board(models).filter(
        (action) => action.runsUntil <= now && (region === undefined || action.region === region),
      );
      if (due.length > 0) terminal.note(notEnded(due.length));
      const list =
        actions.length === 0
          ? words.nobody[options.language]
          : actions.map((action) => shown(action, now, drawing)).join('\n\n');
      const json = {
        position: models.position,
        actions: actions.map((action) => ({ ...action, daysWaiting: daysBetween(action.endedAt, now) })),
      };
      await terminal.print(options.json ? `${JSON.stringify(json)}\n` : `${list}\n`);
      return 0;
    }),
  );
