import type { AnnualReport, FigureEntry } from '@burgernet/projections';
import { amountOf, marksOf, signs } from '../beside.js';
import type { Lang, ReportContext } from '../context.js';
import { monthLabel, notAttributedLabel, shortMonthLabel, typeLabel } from '../labels/vocabulary.js';
import { count } from '../numbers.js';
import { inNameOrder } from '../tables/name-order.js';
import { bars, type NamesAt } from './bars.js';
import { columns } from './columns.js';
import { description, type Plot, type PlotValue } from './plot.js';
import { share } from './share.js';

const actions = 'actions';
const downloads = 'app.downloads';

const plotted = (name: string, entry: FigureEntry | undefined, lang: Lang, isQuiet = false): PlotValue => {
  const amount = entry === undefined ? null : amountOf(entry);
  const marks = entry === undefined || amount === null ? [] : marksOf(entry);
  const text = `${count(amount, lang)}${marks.map((mark) => signs[mark]).join('')}`;
  return { name, value: amount ?? 0, text, isQuiet };
};

const isSomething = ({ value }: PlotValue): boolean => value > 0;
const sorted = (values: ReadonlyArray<PlotValue>): ReadonlyArray<PlotValue> =>
  [...values].sort((a, b) => b.value - a.value || inNameOrder(a.name, b.name));

/** A plot of categories, the largest first and buckets last; none where nothing was counted. */
const ofCategories = (
  title: string,
  values: ReadonlyArray<PlotValue>,
  onPhones: NamesAt,
  lang: Lang,
): Plot | undefined => {
  const shown = [
    ...sorted(values.filter(({ isQuiet }) => isQuiet !== true)),
    ...values.filter((one) => one.isQuiet === true && isSomething(one)),
  ];
  return shown.some(isSomething)
    ? {
        wide: bars(shown, 'wide', 'before'),
        narrow: bars(shown, 'narrow', onPhones),
        description: description(title, shown, lang),
      }
    : undefined;
};

const ofMonths = (title: string, report: AnnualReport, figure: string, lang: Lang): Plot | undefined => {
  const values = report.byMonth.map(({ figures }, index) =>
    plotted(shortMonthLabel(index + 1, lang), figures[figure], lang),
  );
  const spoken = values.map((value, index) => ({ ...value, name: monthLabel(index + 1, lang) }));
  return values.some(isSomething)
    ? {
        wide: columns(values),
        narrow: bars(values, 'narrow', 'before'),
        description: description(title, spoken, lang),
      }
    : undefined;
};

/** The plots of a report; one is absent where nothing was counted. */
export interface ReportPlots {
  readonly successes: Plot | undefined;
  readonly types: Plot | undefined;
  readonly months: Plot | undefined;
  readonly municipalities: Plot | undefined;
  readonly downloads: Plot | undefined;
}

/** How the actions part into those the portal counts, the others that are known, and the rest. */
export const successParts = ({ figures }: AnnualReport) => {
  const at = (name: string): number => amountOf(figures[name] ?? { version: 1 }) ?? 0;
  const [all, portal, full] = [at(actions), at('success.portal'), at('success.full')];
  return { all, portal, missed: full - portal, rest: all - full };
};

const successes = (report: AnnualReport, title: string): Plot | undefined => {
  const { all, portal, missed, rest } = successParts(report);
  const shares = [
    { value: portal, colour: 'bar' },
    { value: missed, colour: 'late' },
    { value: rest, colour: 'rule' },
  ] as const;
  return all === 0
    ? undefined
    : { wide: share(shares, 'wide'), narrow: share(shares, 'narrow'), description: title };
};

/** What the page calls its plots. */
export interface PlotTitles {
  readonly successes: string;
  readonly types: string;
  readonly months: string;
  readonly municipalities: string;
  readonly downloads: string;
}

/** Every plot of the report: how many succeeded, by type, by month, by municipality, downloads. */
export const reportPlots = (
  report: AnnualReport,
  { lang, municipalityName }: ReportContext,
  titles: PlotTitles,
): ReportPlots => ({
  successes: successes(report, titles.successes),
  types: ofCategories(
    titles.types,
    report.byType.map(({ type, figures }) =>
      plotted(typeLabel(type, lang), figures[actions], lang, type === null),
    ),
    'above',
    lang,
  ),
  months: ofMonths(titles.months, report, actions, lang),
  municipalities: ofCategories(
    titles.municipalities,
    report.byMunicipality.map(({ code, figures }) =>
      code === null
        ? plotted(notAttributedLabel(lang), figures[actions], lang, true)
        : plotted(municipalityName(code), figures[actions], lang),
    ),
    'before',
    lang,
  ),
  downloads: ofMonths(titles.downloads, report, downloads, lang),
});
