import type { FoundAt, Line } from '@burgernet/domain';
import type { Lang } from '../context.js';
import { precisionLabel } from '../labels/codes.js';
import { lineLabel } from '../labels/vocabulary.js';
import { clockText, momentText, plainWording, type Wording } from './wording.js';

/** `found 2021-05-15 07:40`, or as much of the moment as its precision knows, with what that is. */
export const foundText = (
  at: FoundAt | null | undefined,
  lang: Lang,
  wording: Wording = plainWording,
): string => {
  if (at === null || at === undefined)
    return { en: 'moment of the find unknown', nl: 'moment van vinden onbekend' }[lang];
  const day = wording.day(at.moment);
  const exact = at.precision === 'instant' ? '' : ` (${precisionLabel(at.precision, lang)})`;
  const hour = clockText(at.moment).slice(0, 2);
  const known = { instant: momentText(at.moment, wording), hour: `${day} ${hour}:00`, day }[at.precision];
  return { en: `found ${known}${exact}`, nl: `gevonden ${known}${exact}` }[lang];
};

/** `line 112`, or how else something came. */
export const lineText = (line: Line, lang: Lang): string =>
  /^[0-9]/.test(line)
    ? { en: `line ${lineLabel(line, lang)}`, nl: `lijn ${lineLabel(line, lang)}` }[lang]
    : lineLabel(line, lang);
