import type { AnnualReport, FigureEntry } from '@burgernet/projections';
import { asOfShort } from './as-of.js';
import { amountOf, besideText, figureLine, marksOf, signs } from './beside.js';
import type { Lang } from './context.js';
import { count } from './numbers.js';

/** One of the two success percentages. */
export interface HeadlinePair {
  readonly label: string;
  /** `61 van 793 = 7,7 %` */
  readonly line: string;
  readonly entry: FigureEntry;
  /** what was printed, where that says something else */
  readonly published: string;
}

/** The two percentages of a year side by side, and why they differ. */
export interface Headline {
  readonly portal: HeadlinePair;
  readonly full: HeadlinePair;
  readonly why: string;
}

const absent: FigureEntry = { version: 1, numerator: null, denominator: null, percentage: null };

const rule: Readonly<Record<Lang, string>> = {
  nl: 'Het portaal telt een succes alleen als de centralist het binnen de looptijd aanvinkt na een telefoontje naar 0800-0011',
  en: 'The portal counts a success only when the dispatcher ticks it within the run time after a call to 0800-0011',
};

const missed = (late: number, otherLine: number, lang: Lang): string => {
  const parts = [
    ...(late > 0
      ? [
          {
            nl: `${count(late, lang)} ${late === 1 ? 'dat' : 'die'} na de looptijd ${late === 1 ? 'is' : 'zijn'} geregistreerd`,
            en: `${count(late, lang)} that ${late === 1 ? 'was' : 'were'} registered after it`,
          },
        ]
      : []),
    ...(otherLine > 0
      ? [
          {
            nl: `${count(otherLine, lang)} via een andere lijn`,
            en: `${count(otherLine, lang)} by another line`,
          },
        ]
      : []),
  ].map((part) => part[lang]);
  return parts.join({ nl: ' en ', en: ' and ' }[lang]);
};

const why = ({ figures, asOf }: AnnualReport): Readonly<Record<Lang, string>> => {
  const at = (name: string): number => amountOf(figures[name] ?? absent) ?? 0;
  if (at('actions') === 0) return { nl: 'Er zijn geen acties bekend.', en: 'No actions are known.' };
  const late = at('success.late');
  const otherLine = at('success.class.other-line');
  const isNow = asOf === 'latest';
  if (late + otherLine === 0)
    return {
      nl: `${rule.nl}; ${isNow ? 'andere successen zijn niet bekend' : 'andere successen waren toen niet bekend'}.`,
      en: `${rule.en}; ${isNow ? 'no other success is known' : 'no other success was known then'}.`,
    };
  return {
    nl: `${rule.nl}; het mist ${late + otherLine === 1 ? 'het succes' : 'de successen'} daarbuiten: ${missed(late, otherLine, 'nl')}.`,
    en: `${rule.en}; it misses the ${late + otherLine === 1 ? 'success' : 'successes'} outside that: ${missed(late, otherLine, 'en')}.`,
  };
};

const pair = (label: string, entry: FigureEntry, lang: Lang): HeadlinePair => ({
  label,
  line: `${figureLine(entry, lang)}${marksOf(entry)
    .map((mark) => signs[mark])
    .join('')}`,
  entry,
  published: besideText(entry, lang),
});

/** The two success percentages of the report and one plain sentence on why they differ. */
export const headline = (report: AnnualReport, lang: Lang): Headline => ({
  portal: pair(
    { nl: 'Volgens het portaal', en: 'As the portal counts' }[lang],
    report.figures['success.portal'] ?? absent,
    lang,
  ),
  full: pair(asOfShort(report.asOf, lang), report.figures['success.full'] ?? absent, lang),
  why: why(report)[lang],
});
