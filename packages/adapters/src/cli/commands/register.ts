import { both, isWithin, local } from '@burgernet/domain';
import { type RegisteredSuccess, successRegister } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { ReportContext } from '../../report/context.js';
import { attributionLabel } from '../../report/labels/codes.js';
import { successLabel } from '../../report/labels/figures.js';
import { foundText, lineText } from '../../report/story/find-text.js';
import { whatAndWhere } from '../action-text.js';
import type { Done, Run } from '../context.js';
import { optional } from '../failure.js';
import { text } from '../given.js';
import { reportContext } from '../known-municipalities.js';
import { readRegion, readYear } from '../question.js';
import { readModels } from '../reading.js';

const words = {
  nobody: both('No success was ever marked.', 'Er is nog nooit een succes gemarkeerd.'),
  noneOfThose: both(
    'No success was marked of what was asked; without --year and --region all are listed.',
    'Er is geen succes gemarkeerd van wat is gevraagd; zonder --year en --region staan ze er allemaal.',
  ),
  ofAction: both('of action', 'van actie'),
  registered: both('registered', 'geregistreerd'),
  inTime: both('within the run time', 'binnen de looptijd'),
  late: both('after the run time, which ended', 'na de looptijd, die eindigde op'),
  countsNot: both('counts as no success', 'telt niet als succes'),
  withdrawn: both('withdrawn', 'ingetrokken'),
  actionWithdrawn: both('its action was withdrawn', 'de actie is ingetrokken'),
};

/** How it counts: its class, or why it does not. */
const standing = (success: RegisteredSuccess, { lang }: ReportContext): string => {
  if (success.withdrawn) return words.withdrawn[lang];
  if (success.actionWithdrawn) return words.actionWithdrawn[lang];
  return success.class === 'none'
    ? `${words.countsNot[lang]} (${attributionLabel(success.attribution, lang)})`
    : successLabel(success.class, lang);
};

const shown = (success: RegisteredSuccess, context: ReportContext): string => {
  const { lang } = context;
  const { successId, actionId, recordedAt, timely, ranUntil, line, foundAt } = success;
  const when = timely ? words.inTime[lang] : `${words.late[lang]} ${local(ranUntil)}`;
  return [
    `${successId} ${words.ofAction[lang]} ${actionId}`,
    `  ${whatAndWhere(success, context)}, ${local(success.startedAt)}`,
    `  ${words.registered[lang]} ${local(recordedAt)}, ${when}`,
    `  ${lineText(line, lang)}, ${foundText(foundAt, lang)} → ${standing(success, context)}`,
  ].join('\n');
};

/** `burgernet success register`: every marking with its class and lateness, in the order of registration. */
export const register: Run = (context, given) =>
  pipe(
    TE.Do,
    TE.bind('region', () => TE.fromEither(optional(text(given, 'region'), readRegion))),
    TE.bind('year', () => TE.fromEither(optional(text(given, 'year'), readYear))),
    TE.bind('models', () => readModels(context, { rebuild: given['rebuild'] === true })),
    TE.bind('drawing', () => reportContext(context.options.language)),
    TE.chainTaskK(({ region, year, models, drawing }) => async (): Promise<Done> => {
      const { options, terminal } = context;
      const successes = successRegister(models, region).filter(
        ({ startedAt }) => year === undefined || isWithin(startedAt, { year }),
      );
      const list =
        successes.length === 0
          ? (year === undefined && region === undefined ? words.nobody : words.noneOfThose)[options.language]
          : successes.map((success) => shown(success, drawing)).join('\n\n');
      await terminal.print(
        options.json ? `${JSON.stringify({ position: models.position, successes })}\n` : `${list}\n`,
      );
      return 0;
    }),
  );
