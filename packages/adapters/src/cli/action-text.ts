import { type ActionType, both, type Instant, local, type MunicipalityCode } from '@burgernet/domain';
import type { StandingResponses } from '@burgernet/projections';
import type { ReportContext } from '../report/context.js';
import { lineLabel, typeLabel } from '../report/labels/vocabulary.js';

const words = {
  noMunicipality: both('not attributed to a municipality', 'niet toegewezen aan een gemeente'),
  noResponses: both('none', 'geen'),
  lastAt: both('the last at', 'de laatste om'),
};

/** What an action was about and where: `Missing person, Almere`. */
export const whatAndWhere = (
  {
    type,
    municipality,
  }: { readonly type: ActionType | null; readonly municipality: MunicipalityCode | null },
  { lang, municipalityName }: ReportContext,
): string =>
  `${typeLabel(type, lang)}, ${municipality === null ? words.noMunicipality[lang] : municipalityName(municipality)}`;

/** Standing responses by line: `112: 2, the app: 1 (the last at 2021-05-14 20:31)`. */
export const responsesText = (
  { responses, lastResponseAt }: StandingResponses,
  { lang }: ReportContext,
): string =>
  lastResponseAt === null
    ? words.noResponses[lang]
    : `${responses.map(({ line, count }) => `${lineLabel(line, lang)}: ${count}`).join(', ')} (${words.lastAt[lang]} ${local(lastResponseAt)})`;

const day = 86_400_000;

/** How many whole days lie between two moments. */
export const daysBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / day));
