import { both, local, type MunicipalityCode } from '@burgernet/domain';
import { thanksDue, type UnthankedAction } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { ReportContext } from '../../report/context.js';
import { successLabel } from '../../report/labels/figures.js';
import { typeLabel } from '../../report/labels/vocabulary.js';
import { count } from '../../report/numbers.js';
import type { Done, Run } from '../context.js';
import { optional } from '../failure.js';
import { text } from '../given.js';
import { knownMunicipalities, municipalityNames, reportContext } from '../known-municipalities.js';
import { readMunicipality, readRegion } from '../question.js';
import { readModels } from '../reading.js';

const nobody = both('No thanks are due.', 'Er hoeft niemand bedankt te worden.');

const due = (actions: number) =>
  both(
    `${count(actions, 'en')} ${actions === 1 ? 'success' : 'successes'} to thank for`,
    `${count(actions, 'nl')} ${actions === 1 ? 'succes' : 'successen'} om voor te bedanken`,
  );

interface Municipality {
  readonly code: MunicipalityCode;
  readonly name: string;
  readonly actions: ReadonlyArray<UnthankedAction>;
}

/** By municipality, in the order of their names. */
const grouped = (
  actions: ReadonlyArray<UnthankedAction>,
  { municipalityName }: ReportContext,
): ReadonlyArray<Municipality> =>
  [...new Set(actions.map(({ municipality }) => municipality))]
    .map((code) => ({
      code,
      name: municipalityName(code),
      actions: actions.filter(({ municipality }) => municipality === code),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const shown = ({ code, name, actions }: Municipality, { lang }: ReportContext): string => {
  const called = name === code ? code : `${name} (${code})`;
  return [
    `${called}: ${due(actions.length)[lang]}`,
    ...actions.map(
      ({ actionId, type, startedAt, success }) =>
        `  ${actionId}  ${local(startedAt)}  ${typeLabel(type, lang)}, ${successLabel(success, lang)}`,
    ),
  ].join('\n');
};

/** `burgernet thanks`: the successes for which participants have not been thanked, by municipality. */
export const thanks: Run = (context, given) =>
  pipe(
    TE.Do,
    TE.bind('region', () => TE.fromEither(optional(text(given, 'region'), readRegion))),
    TE.bind('names', () => municipalityNames),
    TE.bind('models', () => readModels(context, { rebuild: given['rebuild'] === true })),
    TE.bind('only', ({ names, models }) =>
      TE.fromEither(
        optional(text(given, 'municipality'), readMunicipality(knownMunicipalities(names, models))),
      ),
    ),
    TE.bind('drawing', () => reportContext(context.options.language)),
    TE.chainTaskK(({ region, models, only, drawing }) => async (): Promise<Done> => {
      const { options, terminal } = context;
      const actions = thanksDue(models, region).filter(
        ({ municipality }) => only === undefined || municipality === only,
      );
      const municipalities = grouped(actions, drawing);
      const list =
        municipalities.length === 0
          ? nobody[options.language]
          : municipalities.map((one) => shown(one, drawing)).join('\n\n');
      await terminal.print(
        options.json ? `${JSON.stringify({ position: models.position, municipalities })}\n` : `${list}\n`,
      );
      return 0;
    }),
  );
