import { local } from '@burgernet/domain';
import type { InternalAudit } from '../../internal-audit/internal-audit.js';
import type { Lang } from '../context.js';
import { regionLabel } from '../labels/vocabulary.js';
import { count } from '../numbers.js';
import type { Table } from '../tables/table.js';
import { accessTables } from './access-tables.js';
import { checkpointsTable, gapsTable } from './checkpoints-table.js';
import type { AuditDrawing } from './drawing.js';
import { forgottenTable } from './forgotten-table.js';
import { refusalsTable } from './refusals-table.js';
import { restatedTable } from './restated-table.js';
import { findingsTable, summaryTable } from './summary-tables.js';
import { whoTable } from './who-table.js';

/** What the report of an audit is called. */
export const auditTitle = ({ region, year }: InternalAudit, lang: Lang): string =>
  `${{ en: 'Internal audit', nl: 'Interne audit' }[lang]} Burgernet ${regionLabel(region, lang)} ${year}`;

/** Over what it goes, and as known when. */
export const auditScope = ({ year, asOf, position }: InternalAudit, lang: Lang): string =>
  ({
    en: `What was recorded, asked and read in ${year}, as known at ${local(asOf)}; the log holds ${count(position, 'en')} events. Names and texts are not in it.`,
    nl: `Wat in ${year} is vastgelegd, gevraagd en gelezen, zoals bekend op ${local(asOf)}; het log telt ${count(position, 'nl')} gebeurtenissen. Namen en teksten staan er niet in.`,
  })[lang];

/** Every table of an audit, in order; the first is its summary. */
export const auditTables = (audit: InternalAudit, drawing: AuditDrawing): ReadonlyArray<Table> => [
  summaryTable(audit, drawing),
  whoTable(audit.recorders, audit.unreadable, drawing),
  refusalsTable(audit.refusals.refused, audit.refusals.since ?? undefined, drawing),
  checkpointsTable(audit.checkpoints, drawing),
  gapsTable(audit.withoutCheckpoint, drawing),
  restatedTable(audit.restated, drawing),
  ...accessTables(audit.accesses, drawing),
  forgottenTable(audit.forgotten, drawing),
  findingsTable(audit, drawing),
];
