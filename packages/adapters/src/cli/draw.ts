import type { AnnualReport } from '@burgernet/projections';
import type { Task } from 'fp-ts/lib/Task.js';
import type { ReportContext } from '../report/context.js';

/** The ways in which a report is drawn. */
export const formats = ['text', 'json', 'csv', 'html'] as const;
/** One of {@link formats}. */
export type Format = (typeof formats)[number];

/** Draws a report. What draws it is loaded now: who wants text needs no plots. */
export const draw =
  (format: Format, report: AnnualReport, context: ReportContext): Task<string> =>
  async () => {
    switch (format) {
      case 'text':
        return (await import('../report/text/report-text.js')).reportText(report, context);
      case 'json': {
        const { reportJson } = await import('../report/json/report-json.js');
        return `${JSON.stringify(reportJson(report, context))}\n`;
      }
      case 'csv':
        return (await import('../report/csv/report-csv.js')).reportCsv(report, context);
      case 'html':
        return (await import('../report/html/report-html.js')).reportHtml(report, context)();
    }
  };
