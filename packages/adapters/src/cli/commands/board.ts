import type { Instant, MunicipalityCode } from '@burgernet/domain';
import { local } from '@burgernet/domain';
import { type BoardAction, board as boardOf } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Done, Run } from '../context.js';
import { municipalityNames } from '../known-municipalities.js';
import type { Language } from '../language.js';
import { readModels } from '../reading.js';

const block = (
  action: BoardAction,
  names: ReadonlyMap<MunicipalityCode, string>,
  now: Instant,
  language: Language,
): string => {
  const dutch = language === 'nl';
  const { actionId, type, municipality, status, startedAt, runsUntil, responses, success } = action;
  const place =
    municipality === null
      ? dutch
        ? 'niet toegewezen aan een gemeente'
        : 'not attributed to a municipality'
      : (names.get(municipality) ?? municipality);
  const isOver = runsUntil <= now;
  const until = `${dutch ? 'loopt tot' : 'runs until'} ${local(runsUntil)}${isOver ? (dutch ? ' (voorbij)' : ' (over)') : ''}`;
  const said =
    responses.length === 0
      ? dutch
        ? 'nog geen reacties'
        : 'no responses yet'
      : responses.map(({ line, count }) => `${line}: ${count}`).join(', ');
  return [
    `${actionId}`,
    `  ${type ?? (dutch ? 'soort niet geregistreerd' : 'type not recorded')}, ${place}${status === 'actual' ? '' : ` [${status}]`}`,
    `  ${dutch ? 'begonnen' : 'started'} ${local(startedAt)}, ${until}`,
    `  ${dutch ? 'reacties' : 'responses'}: ${said}`,
    ...(success === 'none' ? [] : [`  ${dutch ? 'succes' : 'success'}: ${success}`]),
  ].join('\n');
};

/** `burgernet board`: the open actions with their responses. */
export const board: Run = (context) =>
  pipe(
    TE.Do,
    TE.bind('models', () => readModels(context)),
    TE.bind('names', () => municipalityNames),
    TE.chainTaskK(({ models, names }) => async (): Promise<Done> => {
      const { options, terminal, now } = context;
      const actions = boardOf(models);
      const nobody =
        options.language === 'nl' ? 'Er lopen nu geen acties.' : 'No actions are open at the moment.';
      const moment = now();
      await terminal.print(
        options.json
          ? `${JSON.stringify({ position: models.position, actions })}\n`
          : `${actions.length === 0 ? nobody : actions.map((one) => block(one, names, moment, options.language)).join('\n\n')}\n`,
      );
      return 0;
    }),
  );
