import type { AnnualReport } from '@burgernet/projections';
import { printedText } from '../beside.js';
import type { Lang } from '../context.js';
import { figureLabel } from '../labels/figures.js';
import { dimensionLabel } from '../labels/vocabulary.js';
import { decimal } from '../numbers.js';
import { numeric, type Table, words, wordy } from './table.js';

/** Where published rows do not add up to their published total. It changes no figure. */
export const discrepanciesTable = (report: AnnualReport, lang: Lang): Table => ({
  id: 'discrepancies',
  title: { nl: 'Wat niet optelt in de publicatie', en: 'What does not add up in the publication' }[lang],
  rowLabel: { nl: 'Cijfer', en: 'Figure' }[lang],
  columns: {
    nl: [wordy('Rijen per'), numeric('Som'), numeric('Gepubliceerd'), numeric('Verschil')],
    en: [wordy('Rows by'), numeric('Sum'), numeric('Published'), numeric('Difference')],
  }[lang],
  rows: report.discrepancies.map(({ figure, by, rows, published, difference, kind }) => ({
    name: figureLabel(figure, lang),
    cells: [
      words(dimensionLabel(by, lang)),
      { text: decimal(String(rows), lang), marks: [], sort: rows },
      {
        text: printedText({ part: 'value', value: String(published), kind }, lang),
        marks: [],
        sort: published,
      },
      { text: decimal(String(difference), lang), marks: [], sort: difference },
    ],
  })),
  totals: [],
  notes: [
    report.discrepancies.length === 0
      ? {
          nl: 'Er is niets gevonden dat niet optelt.',
          en: 'Nothing was found that does not add up.',
        }[lang]
      : {
          nl: 'De gepubliceerde getallen blijven staan zoals ze zijn; geen rij is erbij verzonnen.',
          en: 'The published numbers stand as they are; no row was invented to make up for it.',
        }[lang],
  ],
});
