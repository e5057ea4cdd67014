import type { AnnualReport } from '@burgernet/projections';
import type { Task } from 'fp-ts/lib/Task.js';
import { assumptions } from '../../interchange/tables/assumptions.js';
import { asOfSentence } from '../as-of.js';
import type { Lang, ReportContext } from '../context.js';
import { type Headline, type HeadlinePair, headline } from '../headline.js';
import { headings, reportTitle } from '../labels/headings.js';
import { type PageWords, pageWords } from '../labels/page.js';
import { legend } from '../legend.js';
import { count, percent } from '../numbers.js';
import { drawPlot, type Plot, type Vega } from '../plots/plot.js';
import { reportPlots, successParts } from '../plots/report-plots.js';
import { provenSentence } from '../proven.js';
import { isReconstructed, reconstructionNotice, sources, yearsDrawn } from '../provenance.js';
import { quarantineSentence } from '../quarantine.js';
import { reportTables } from '../report-tables.js';
import { discrepanciesTable } from '../tables/discrepancies.js';
import type { Table } from '../tables/table.js';
import { contentsHtml, documentHtml } from './document-html.js';
import { empty, type Html, html } from './html.js';
import { sortScript } from './sort-script.js';
import { tableHtml } from './table-html.js';

const totalsIds: ReadonlySet<string> = new Set(['actions', 'successes', 'mailings', 'participation']);

const pairHtml = ({ label, line, entry, published }: HeadlinePair, words: string, lang: Lang): Html =>
  html`<div><dt>${label}</dt><dd><div class="percentage">${percent(entry.percentage, lang)}</div><div class="line">${line}</div>${published === '' ? empty : html`<div class="published">${words}: ${published}</div>`}</dd></div>`;

const headlineHtml = (
  report: AnnualReport,
  { portal, full, why }: Headline,
  strip: Html | undefined,
  words: PageWords,
  lang: Lang,
): Html => {
  const { published } = headings[lang];
  const parts = successParts(report);
  return html`<dl class="pair">
${pairHtml(portal, published, lang)}
${pairHtml(full, published, lang)}
</dl>
<p class="why">${why}</p>
${
  strip === undefined
    ? empty
    : html`<figure class="strip">${strip}
<ul class="key"><li class="portal">${count(parts.portal, lang)} ${words.portalPart}</li><li class="missed">${count(parts.missed, lang)} ${words.missedPart}</li><li>${count(parts.rest, lang)} ${words.restPart}</li></ul></figure>`
}`;
};

const plotHtml = (plot: Html | undefined): Html =>
  plot === undefined ? empty : html`<figure>${plot}</figure>`;

const sectionHtml = (table: Table, plot: Html | undefined, lang: Lang): Html =>
  html`<section id="${table.id}">
<h2 id="${table.id}-title">${table.title}</h2>
${plotHtml(plot)}
${tableHtml(table, true, `${table.id}-title`, lang)}
</section>
`;

const sheetHtml = (table: Table, lang: Lang): Html =>
  html`<div id="${table.id}"><h3 id="${table.id}-title">${table.title}</h3>${tableHtml(table, false, `${table.id}-title`, lang)}</div>
`;

const provenanceHtml = (years: ReadonlyArray<AnnualReport>, words: PageWords, lang: Lang): Html =>
  html`<section id="provenance">
<h2>${headings[lang].provenance}</h2>
${sources(years, lang).map((paragraph) => html`<p>${paragraph}</p>`)}
${
  isReconstructed(years)
    ? html`<h3>${words.assumptions}</h3>
<ul class="assumptions">${assumptions.map((assumption) => html`<li>${assumption[lang]}</li>`)}</ul>`
    : empty
}
</section>`;

const pageHtml = (report: AnnualReport, context: ReportContext, plots: ReadonlyMap<string, Html>): Html => {
  const { lang, proven } = context;
  const words = pageWords[lang];
  const title = reportTitle(report, lang);
  const tables = reportTables(report, context);
  const sheets = tables.filter(({ id }) => totalsIds.has(id));
  const own = tables.filter(({ id }) => !totalsIds.has(id));
  const discrepancies = discrepanciesTable(report, lang);
  const years = yearsDrawn(report, context.beside);
  const notice = reconstructionNotice(years, lang);
  const contents = [
    ['totals', words.totals] as const,
    ...[...own, discrepancies].map((table) => [table.id, table.title] as const),
    ['provenance', headings[lang].provenance] as const,
  ];
  return documentHtml({
    lang,
    title,
    skip: { to: 'totals', text: words.skip },
    header: html`<p class="asof">${asOfSentence(report.asOf, report.position, lang)}${proven === undefined ? empty : html` ${provenSentence(proven, lang)}`}</p>
${report.quarantined === 0 ? empty : html`<p class="warning" role="note">${quarantineSentence(report.quarantined, lang)}</p>`}`,
    main: html`${headlineHtml(report, headline(report, lang), plots.get('successes'), words, lang)}
${notice === undefined ? empty : html`<p class="notice">${notice} <a href="#provenance">${headings[lang].provenance}</a></p>`}
${contentsHtml(words.contents, contents)}
<section id="totals">
<h2>${words.totals}</h2>
<div class="sheets">
${sheets.map((table) => sheetHtml(table, lang))}</div>
<dl class="signs" aria-label="${words.legend}">${legend([...tables, discrepancies], lang).map(({ sign, text }) => html`<div><dt>${sign}</dt><dd>${text}</dd></div>`)}</dl>
</section>
${own.map((table) => sectionHtml(table, plots.get(table.id), lang))}
${sectionHtml(discrepancies, undefined, lang)}
${provenanceHtml(years, words, lang)}`,
    script: sortScript,
  });
};

/** Which plot stands above which table; the first stands under the two percentages. */
const placed = (report: AnnualReport, context: ReportContext): ReadonlyArray<readonly [string, Plot]> => {
  const plots = reportPlots(report, context, pageWords[context.lang].plots);
  const places = [
    ['successes', plots.successes],
    ['actions-by-type', plots.types],
    ['actions-by-month', plots.months],
    ['actions-by-municipality', plots.municipalities],
    ['downloads-by-month', plots.downloads],
  ] as const;
  return places.flatMap(([id, plot]) => (plot === undefined ? [] : [[id, plot] as const]));
};

/**
 * The report as one page that asks nothing of the network and works with scripts off. The drawing
 * library is loaded here, when a page is asked for.
 */
export const reportHtml =
  (report: AnnualReport, context: ReportContext): Task<string> =>
  async () => {
    const vega: Vega = await import('vega');
    const plots = new Map<string, Html>();
    for (const [id, plot] of placed(report, context)) plots.set(id, await drawPlot(vega, plot));
    return pageHtml(report, context, plots).markup;
  };
