import type { AnnualReport } from '@burgernet/projections';
import type { ReportContext } from './context.js';
import { monthsTable } from './tables/by-month.js';
import {
  actionsByMunicipality,
  participantsByMunicipality,
  successByMunicipality,
} from './tables/by-municipality.js';
import { typesTable } from './tables/by-type.js';
import { comparisonTable } from './tables/comparison.js';
import { downloadsTable } from './tables/downloads.js';
import type { Table } from './tables/table.js';
import { actionsTable, mailingsTable, participationTable, successTable } from './tables/totals.js';

/** Every table of the year's figures, in the order in which people read them. */
export const reportTables = (report: AnnualReport, context: ReportContext): ReadonlyArray<Table> => {
  const { lang, beside } = context;
  const successes = successByMunicipality(report, context);
  return [
    ...(beside === undefined ? [] : [comparisonTable(report, beside, lang)]),
    actionsTable(report, lang),
    successTable(report, lang),
    mailingsTable(report, lang),
    participationTable(report, lang),
    typesTable(report, lang),
    monthsTable(report, lang),
    actionsByMunicipality(report, context),
    ...(successes === undefined ? [] : [successes]),
    participantsByMunicipality(report, context),
    downloadsTable(report, context),
  ];
};
