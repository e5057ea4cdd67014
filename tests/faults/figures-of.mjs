import { reportJson } from '@burgernet/adapters';
import { annualReport, measures } from '@burgernet/projections';

/**
 * All that read models say: every report, of each year and each region, as `report --json` gives it, and
 * how much they are made of.
 *
 * @param {import('@burgernet/projections').ReadModels} models
 */
export const figuresOf = (models) => {
  const { ledger } = models;
  const years = [...new Set(measures.flatMap((measure) => ledger.years(measure)))].sort();
  const regions = [undefined, ...[...ledger.regions()].sort()];
  return {
    position: models.position,
    events: models.events.length,
    postings: ledger.length,
    openActions: [...models.openActions].map(({ name }) => name).sort(),
    reports: years.flatMap((year) =>
      regions.map((region) =>
        reportJson(annualReport(models, year, 'latest', region), {
          lang: 'en',
          municipalityName: (code) => code,
        }),
      ),
    ),
  };
};
