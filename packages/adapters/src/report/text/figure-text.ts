import { asOfShort } from '../as-of.js';
import { figureLine, isLeftEmpty, marksOf, printedText, signs } from '../beside.js';
import type { Lang, ReportContext } from '../context.js';
import type { FigureAnswer } from '../figure-answer.js';
import { figureLabel } from '../labels/figures.js';
import { monthLabel, notAttributedLabel, partLabel, regionLabel, typeLabel } from '../labels/vocabulary.js';
import { markText } from '../legend.js';
import { provenSentence } from '../proven.js';
import { wrap } from './wrap.js';

/** What part of the figures is asked, and of when: `Midden-Nederland, Almere, December 2021`. */
export const keyText = (
  { region, query: { year, month, municipality, type } }: Pick<FigureAnswer, 'region' | 'query'>,
  { lang, municipalityName }: ReportContext,
): string =>
  [
    regionLabel(region, lang),
    ...(municipality === undefined
      ? []
      : [municipality === null ? notAttributedLabel(lang) : municipalityName(municipality)]),
    ...(type === undefined ? [] : [typeLabel(type, lang)]),
    month === undefined ? String(year) : `${monthLabel(month, lang)} ${year}`,
  ].join(', ');

const publishedLines = ({ entry }: FigureAnswer, lang: Lang): ReadonlyArray<string> => {
  const printed = (entry.published ?? []).map(
    (one) => `${partLabel(one.part, lang)} ${printedText(one, lang)}`,
  );
  if (printed.length === 0) return [];
  if (isLeftEmpty(entry))
    return [
      { nl: 'In de publicatie leeg: niet vermeld.', en: 'Empty in the publication: not stated.' }[lang],
    ];
  return [`${{ nl: 'Gepubliceerd', en: 'Published' }[lang]}: ${printed.join(', ')}`];
};

/** One figure for a terminal: its name and key, what it comes to, what is said beside it. */
export const figureText = (answer: FigureAnswer, context: ReportContext): string => {
  const { lang } = context;
  const { name, asOf, entry, proven } = answer;
  const marks = marksOf(entry);
  const version = { nl: 'versie', en: 'version' }[lang];
  const lines = [
    `${figureLabel(name, lang)} (${name}, ${version} ${entry.version})`,
    keyText(answer, context),
    `${asOfShort(asOf, lang)}: ${figureLine(entry, lang)}${marks.map((mark) => signs[mark]).join('')}`,
    ...(proven === undefined ? [] : [provenSentence(proven, lang)]),
    ...publishedLines(answer, lang),
    ...marks.map((mark) => `${signs[mark]} ${markText(mark, lang)}`),
  ];
  return `${lines.flatMap((line) => wrap(line)).join('\n')}\n`;
};
