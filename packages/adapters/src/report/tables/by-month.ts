import type { AnnualReport } from '@burgernet/projections';
import type { Lang } from '../context.js';
import { monthLabel } from '../labels/vocabulary.js';
import { amountCell, numeric, percentageCell, type Row, type Table } from './table.js';

const actions = 'actions';

/** Actions, responses and both success percentages of each month. */
export const monthsTable = (report: AnnualReport, lang: Lang): Table => {
  const row = (name: string, figures: AnnualReport['figures'], sort?: number): Row => ({
    name,
    ...(sort === undefined ? {} : { sort }),
    cells: [
      amountCell(figures[actions], lang),
      amountCell(figures['actions.with-response'], lang),
      amountCell(figures['success.portal'], lang),
      percentageCell(figures['success.portal'], lang),
      amountCell(figures['success.full'], lang),
      percentageCell(figures['success.full'], lang),
    ],
  });
  return {
    id: 'actions-by-month',
    title: { nl: 'Acties en successen per maand', en: 'Actions and successes by month' }[lang],
    rowLabel: { nl: 'Maand', en: 'Month' }[lang],
    columns: {
      nl: [
        numeric('Acties'),
        numeric('Met reactie'),
        numeric('Portaal'),
        numeric('Aandeel'),
        numeric('Alle bekende'),
        numeric('Aandeel'),
      ],
      en: [
        numeric('Actions'),
        numeric('Responded'),
        numeric('Portal'),
        numeric('Share'),
        numeric('All known'),
        numeric('Share'),
      ],
    }[lang],
    rows: report.byMonth.map(({ figures }, index) => row(monthLabel(index + 1, lang), figures, index)),
    totals: [row({ nl: 'Jaar', en: 'Year' }[lang], report.figures)],
    notes: [],
  };
};
