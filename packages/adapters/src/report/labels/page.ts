import type { Lang } from '../context.js';
import type { PlotTitles } from '../plots/report-plots.js';

/** What only the page says. */
export interface PageWords {
  readonly skip: string;
  readonly contents: string;
  readonly totals: string;
  readonly legend: string;
  readonly assumptions: string;
  readonly portalPart: string;
  readonly missedPart: string;
  readonly restPart: string;
  readonly plots: PlotTitles;
}

/** The words of the page. */
export const pageWords: Readonly<Record<Lang, PageWords>> = {
  nl: {
    skip: 'Naar de cijfers',
    contents: 'Op deze pagina',
    totals: 'Totalen',
    legend: 'Tekens',
    assumptions: 'Wat is aangenomen',
    portalPart: 'telt het portaal',
    missedPart: 'mist het portaal',
    restPart: 'zonder bekend succes',
    plots: {
      successes: 'Deel van de acties dat slaagde',
      types: 'Acties per soort',
      months: 'Acties per maand',
      municipalities: 'Acties per gemeente',
      downloads: 'Nieuwe downloads per maand',
    },
  },
  en: {
    skip: 'To the figures',
    contents: 'On this page',
    totals: 'Totals',
    legend: 'Signs',
    assumptions: 'What is assumed',
    portalPart: 'counted by the portal',
    missedPart: 'missed by the portal',
    restPart: 'without a known success',
    plots: {
      successes: 'Part of the actions that succeeded',
      types: 'Actions by type',
      months: 'Actions by month',
      municipalities: 'Actions by municipality',
      downloads: 'New downloads by month',
    },
  },
};
