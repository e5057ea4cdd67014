import type { ActionStatus, ActionType, Line, PublishedPart, Region } from '@burgernet/domain';
import type { Lang } from '../context.js';

type InBoth = Readonly<Record<Lang, string>>;

const regions: Readonly<Record<Region, InBoth>> = {
  'noord-nederland': { nl: 'Noord-Nederland', en: 'Noord-Nederland' },
  'oost-nederland': { nl: 'Oost-Nederland', en: 'Oost-Nederland' },
  'midden-nederland': { nl: 'Midden-Nederland', en: 'Midden-Nederland' },
  'noord-holland': { nl: 'Noord-Holland', en: 'Noord-Holland' },
  amsterdam: { nl: 'Amsterdam', en: 'Amsterdam' },
  'den-haag': { nl: 'Den Haag', en: 'The Hague' },
  rotterdam: { nl: 'Rotterdam', en: 'Rotterdam' },
  'zeeland-west-brabant': { nl: 'Zeeland-West-Brabant', en: 'Zeeland-West-Brabant' },
  'oost-brabant': { nl: 'Oost-Brabant', en: 'Oost-Brabant' },
  limburg: { nl: 'Limburg', en: 'Limburg' },
};
const country: InBoth = { nl: 'Nederland', en: 'Netherlands' };

/** The name of a police region; `null` is the country. */
export const regionLabel = (region: Region | null, lang: Lang): string =>
  (region === null ? country : regions[region])[lang];

const types: Readonly<Record<ActionType, InBoth>> = {
  'missing-person': { nl: 'Vermist persoon', en: 'Missing person' },
  'suspicious-situation': { nl: 'Verdachte situatie', en: 'Suspicious situation' },
  'violent-crime': { nl: 'Geweldsmisdrijf', en: 'Violent crime' },
  'street-robbery': { nl: 'Straatroof', en: 'Street robbery' },
  'vessel-or-vehicle-theft': { nl: 'Diefstal van vaar- of voertuig', en: 'Theft of vessel or vehicle' },
  'home-burglary': { nl: 'Woninginbraak', en: 'Burglary of a home' },
  robbery: { nl: '(Gewapende) overval', en: '(Armed) robbery' },
  'other-theft-or-burglary': { nl: 'Overige diefstal of inbraak', en: 'Other theft or burglary' },
  shoplifting: { nl: 'Winkeldiefstal', en: 'Shoplifting' },
  'sexual-offence': { nl: 'Zedenmisdrijf', en: 'Sexual offence' },
  'leaving-accident': { nl: 'Verlaten plaats ongeval', en: 'Leaving an accident' },
  other: { nl: 'Overig', en: 'Other' },
};
const notRecorded: InBoth = { nl: 'Soort niet vastgelegd', en: 'Type not recorded' };

/** The name of a type of action; `null` is what is not recorded. */
export const typeLabel = (type: ActionType | null, lang: Lang): string =>
  (type === null ? notRecorded : types[type])[lang];

const notAttributed: InBoth = { nl: 'Niet toegewezen', en: 'Not attributed' };

/** The name of the bucket of what belongs to no municipality. */
export const notAttributedLabel = (lang: Lang): string => notAttributed[lang];

type Twelve = readonly [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

const monthNames: Readonly<Record<Lang, Twelve>> = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** The name of a month. @param month 1 to 12 */
export const monthLabel = (month: number, lang: Lang): string => monthNames[lang][month - 1] ?? String(month);

const shortMonths: Readonly<Record<Lang, Twelve>> = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

/** The name of a month in three letters. @param month 1 to 12 */
export const shortMonthLabel = (month: number, lang: Lang): string =>
  shortMonths[lang][month - 1] ?? String(month);

const dimensions = {
  municipality: { nl: 'gemeente', en: 'municipality' },
  type: { nl: 'soort', en: 'type' },
  month: { nl: 'maand', en: 'month' },
} as const satisfies Readonly<Record<string, InBoth>>;

/** By what the rows of a table are told apart. */
export const dimensionLabel = (by: keyof typeof dimensions, lang: Lang): string => dimensions[by][lang];

const parts: Readonly<Record<PublishedPart, InBoth>> = {
  value: { nl: 'aantal', en: 'count' },
  numerator: { nl: 'aantal', en: 'count' },
  denominator: { nl: 'van', en: 'of' },
  percentage: { nl: 'percentage', en: 'percentage' },
};

/** Which part of a figure a printed number is. */
export const partLabel = (part: PublishedPart, lang: Lang): string => parts[part][lang];

const statuses: Readonly<Record<ActionStatus, InBoth>> = {
  actual: { nl: 'echt', en: 'actual' },
  exercise: { nl: 'oefening', en: 'exercise' },
  test: { nl: 'test', en: 'test' },
};

/** What an action is for. */
export const statusLabel = (status: ActionStatus, lang: Lang): string => statuses[status][lang];

const lines: Readonly<Record<Line, InBoth>> = {
  '0800-0011': { nl: '0800-0011', en: '0800-0011' },
  '112': { nl: '112', en: '112' },
  '0900-8844': { nl: '0900-8844', en: '0900-8844' },
  app: { nl: 'de app', en: 'the app' },
  mail: { nl: 'e-mail', en: 'e-mail' },
  other: { nl: 'een andere lijn', en: 'another line' },
  unknown: { nl: 'lijn onbekend', en: 'line unknown' },
};

/** The name of a line over which citizens report. */
export const lineLabel = (line: Line, lang: Lang): string => lines[line][lang];
