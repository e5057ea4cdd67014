import type { AnnualReport } from '@burgernet/projections';
import { signs } from './beside.js';
import type { Lang } from './context.js';

/**
 * @param what what is a reconstruction
 * @param mark how the reader sees that a figure is assumed
 */
const reconstruction = (
  what: Readonly<Record<Lang, string>>,
  mark: string,
): Readonly<Record<Lang, string>> => ({
  nl: `${what.nl} is een reconstructie: de geschiedenis hierachter is gemaakt uit gepubliceerde totalen, niet uit losse acties. Wat gepubliceerd is komt er tot op het cijfer uit; al het andere is aangenomen, is met ${mark} gemerkt en is geen feit.`,
  en: `${what.en} is a reconstruction: the history behind it was made from published totals, not from single actions. What was published comes out of it to the digit; everything else is assumed, is marked with ${mark} and is not a fact.`,
});
const recorded: Readonly<Record<Lang, string>> = {
  nl: 'De cijfers volgen uit de gebeurtenissen zoals ze zijn geregistreerd.',
  en: 'The figures follow from the events as they were recorded.',
};

const publicationText = ({ title, source }: { title: string; source: string }, lang: Lang): string => {
  const of = title === source ? `"${title}"` : `"${title}" (${source})`;
  return { nl: `Gepubliceerde cijfers uit: ${of}.`, en: `Published figures from: ${of}.` }[lang];
};

/** What is told of a year where it is said what its figures stand on. */
type Told = Pick<AnnualReport, 'year' | 'reconstructed' | 'publications'>;

/** The years whose figures are drawn: that of the report, and the one that stands beside it. */
export const yearsDrawn = (
  report: AnnualReport,
  beside: AnnualReport | undefined,
): ReadonlyArray<AnnualReport> => (beside === undefined ? [report] : [report, beside]);

/** Whether any of these years is a reconstruction. */
export const isReconstructed = (years: ReadonlyArray<Pick<Told, 'reconstructed'>>): boolean =>
  years.some(({ reconstructed }) => reconstructed);

/**
 * That the report shows a reconstruction and what that means, of which year where it is one of two;
 * `undefined` where it shows a history as it was recorded. It is said once, where nobody can overlook it.
 *
 * @param mark how the reader sees that a figure is assumed
 */
export const reconstructionNotice = (
  years: ReadonlyArray<Pick<Told, 'year' | 'reconstructed'>>,
  lang: Lang,
  mark: string = signs.assumed,
): string | undefined => {
  const [first, ...more] = years.filter(({ reconstructed }) => reconstructed);
  if (first === undefined) return undefined;
  const isAll = 1 + more.length === years.length;
  const year = String(first.year);
  return reconstruction(isAll ? { nl: 'Dit', en: 'This' } : { nl: year, en: year }, mark)[lang];
};

/** What the report stands on besides that: recorded events, and what was published of the years. */
export const sources = (years: ReadonlyArray<Told>, lang: Lang): ReadonlyArray<string> => [
  ...(isReconstructed(years) ? [] : [recorded[lang]]),
  ...new Set(years.flatMap(({ publications }) => publications.map((one) => publicationText(one, lang)))),
];

/** All that is to be said in JSON of where the figures come from. A sentence or two each. */
export const provenance = (years: ReadonlyArray<Told>, lang: Lang): ReadonlyArray<string> => {
  const notice = reconstructionNotice(years, lang, '"assumed": true');
  return [...(notice === undefined ? [] : [notice]), ...sources(years, lang)];
};
