import type { AnnualReport } from '@burgernet/projections';
import { signs } from './beside.js';
import type { Lang } from './context.js';

/** @param mark how the reader sees that a figure is assumed */
const reconstruction = (mark: string): Readonly<Record<Lang, string>> => ({
  nl: `Dit is een reconstructie: de geschiedenis hierachter is gemaakt uit gepubliceerde totalen, niet uit losse acties. Wat gepubliceerd is komt er tot op het cijfer uit; al het andere is aangenomen, is met ${mark} gemerkt en is geen feit.`,
  en: `This is a reconstruction: the history behind it was made from published totals, not from single actions. What was published comes out of it to the digit; everything else is assumed, is marked with ${mark} and is not a fact.`,
});
const recorded: Readonly<Record<Lang, string>> = {
  nl: 'De cijfers volgen uit de gebeurtenissen zoals ze zijn geregistreerd.',
  en: 'The figures follow from the events as they were recorded.',
};

const publicationText = ({ title, source }: { title: string; source: string }, lang: Lang): string => {
  const of = title === source ? `"${title}"` : `"${title}" (${source})`;
  return { nl: `Gepubliceerde cijfers uit: ${of}.`, en: `Published figures from: ${of}.` }[lang];
};

/**
 * That the report shows a reconstruction and what that means; `undefined` where it shows a history as it
 * was recorded. It is said once, where nobody can overlook it.
 *
 * @param mark how the reader sees that a figure is assumed
 */
export const reconstructionNotice = (
  { reconstructed }: Pick<AnnualReport, 'reconstructed'>,
  lang: Lang,
  mark: string = signs.assumed,
): string | undefined => (reconstructed ? reconstruction(mark)[lang] : undefined);

/** What the report stands on besides that: recorded events, and what was published of the year. */
export const sources = ({ reconstructed, publications }: AnnualReport, lang: Lang): ReadonlyArray<string> => [
  ...(reconstructed ? [] : [recorded[lang]]),
  ...publications.map((publication) => publicationText(publication, lang)),
];

/** All that is to be said in JSON of where the figures come from. A sentence or two each. */
export const provenance = (report: AnnualReport, lang: Lang): ReadonlyArray<string> => {
  const notice = reconstructionNotice(report, lang, '"assumed": true');
  return [...(notice === undefined ? [] : [notice]), ...sources(report, lang)];
};
