import type { AnnualReport } from '@burgernet/projections';
import { asOfSentence } from '../as-of.js';
import type { ReportContext } from '../context.js';
import { type Headline, headline } from '../headline.js';
import { headings, reportTitle } from '../labels/headings.js';
import { legend } from '../legend.js';
import { provenSentence } from '../proven.js';
import { reconstructionNotice, sources, yearsDrawn } from '../provenance.js';
import { quarantineSentence } from '../quarantine.js';
import { reportTables } from '../report-tables.js';
import { discrepanciesTable } from '../tables/discrepancies.js';
import type { Table } from '../tables/table.js';
import { tableText } from './table-text.js';
import { underlined } from './underlined.js';
import { left, lineWidth } from './width.js';
import { wrap } from './wrap.js';

const half = lineWidth / 2;

const sideBySide = ({ portal, full, why }: Headline, published: string): ReadonlyArray<string> => {
  const line = (a: string, b: string): string => `  ${left(a, half - 2)}${b}`.trimEnd();
  const beside = (text: string): string => (text === '' ? '' : `${published}: ${text}`);
  const printed = line(beside(portal.published), beside(full.published));
  return [
    line(portal.label, full.label),
    line(portal.line, full.line),
    ...(printed === '' ? [] : [printed]),
    '',
    ...wrap(why),
  ];
};

const section = (table: Table): ReadonlyArray<string> => [
  '',
  ...underlined(table.title, '-'),
  '',
  ...tableText(table),
];

/**
 * The report for a terminal, in lines of at most 80 columns: what matters first, then every table. It
 * holds no colour and no escape.
 */
export const reportText = (report: AnnualReport, context: ReportContext): string => {
  const { lang, proven } = context;
  const words = headings[lang];
  const tables = reportTables(report, context);
  const discrepancies = discrepanciesTable(report, lang);
  const years = yearsDrawn(report, context.beside);
  const notice = reconstructionNotice(years, lang);
  const lines = [
    ...underlined(reportTitle(report, lang), '='),
    ...wrap(asOfSentence(report.asOf, report.position, lang)),
    ...(proven === undefined ? [] : wrap(provenSentence(proven, lang))),
    ...(report.quarantined === 0 ? [] : ['', ...wrap(quarantineSentence(report.quarantined, lang))]),
    '',
    ...sideBySide(headline(report, lang), words.published),
    ...(notice === undefined ? [] : ['', ...wrap(notice)]),
    '',
    ...legend([...tables, discrepancies], lang).flatMap(({ sign, text }) => wrap(`${sign} ${text}`, '  ')),
    ...[...tables, discrepancies].flatMap(section),
    '',
    ...underlined(words.provenance, '-'),
    ...sources(years, lang).flatMap((paragraph) => ['', ...wrap(paragraph)]),
  ];
  return `${lines.join('\n')}\n`;
};
