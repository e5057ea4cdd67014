import { both, type Instant, local, type MunicipalityCode } from '@burgernet/domain';
import { type BoardAction, board as boardOf } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { successLabel } from '../../report/labels/figures.js';
import { lineLabel, statusLabel, typeLabel } from '../../report/labels/vocabulary.js';
import type { Done, Run } from '../context.js';
import { municipalityNames } from '../known-municipalities.js';
import type { Language } from '../language.js';
import { readModels } from '../reading.js';

const words = {
  nobody: both('No actions are open at the moment.', 'Er lopen nu geen acties.'),
  noMunicipality: both('not attributed to a municipality', 'niet toegewezen aan een gemeente'),
  started: both('started', 'begonnen'),
  runsUntil: both('runs until', 'loopt tot'),
  over: both('its run time is over', 'de looptijd is voorbij'),
  responses: both('responses', 'reacties'),
  noResponses: both('none yet', 'nog geen'),
  lastAt: both('the last at', 'de laatste om'),
  success: both('success', 'succes'),
};

const responsesOf = ({ responses, lastResponseAt }: BoardAction, language: Language): string =>
  lastResponseAt === null
    ? words.noResponses[language]
    : `${responses.map(({ line, count }) => `${lineLabel(line, language)}: ${count}`).join(', ')} (${words.lastAt[language]} ${local(lastResponseAt)})`;

const shown = (
  action: BoardAction,
  names: ReadonlyMap<MunicipalityCode, string>,
  now: Instant,
  language: Language,
): string => {
  const { actionId, type, municipality, status, startedAt, runsUntil, success } = action;
  const place =
    municipality === null ? words.noMunicipality[language] : (names.get(municipality) ?? municipality);
  return [
    actionId,
    `  ${typeLabel(type, language)}, ${place}${status === 'actual' ? '' : ` (${statusLabel(status, language)})`}`,
    `  ${words.started[language]} ${local(startedAt)}, ${words.runsUntil[language]} ${local(runsUntil)}${runsUntil <= now ? ` (${words.over[language]})` : ''}`,
    `  ${words.responses[language]}: ${responsesOf(action, language)}`,
    ...(success === 'none' ? [] : [`  ${words.success[language]}: ${successLabel(success, language)}`]),
  ].join('\n');
};

/** `burgernet board`: the open actions with their responses; times are those of Amsterdam. */
export const board: Run = (context, given) =>
  pipe(
    TE.Do,
    TE.bind('models', () => readModels(context, { rebuild: given['rebuild'] === true })),
    TE.bind('names', () => municipalityNames),
    TE.chainTaskK(({ models, names }) => async (): Promise<Done> => {
      const { options, terminal, now } = context;
      const [language, actions, moment] = [options.language, boardOf(models), now()];
      const text =
        actions.length === 0
          ? words.nobody[language]
          : actions.map((action) => shown(action, names, moment, language)).join('\n\n');
      await terminal.print(
        options.json ? `${JSON.stringify({ position: models.position, actions })}\n` : `${text}\n`,
      );
      return 0;
    }),
  );
