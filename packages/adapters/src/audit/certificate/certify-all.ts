import { type AsOf, currentDefinitions, measures, type ReadModels } from '@burgernet/projections';
import type { Hash } from '../merkle/hash.js';
import type { Certificate } from './certificate.js';
import { Certifier } from './certify.js';

/**
 * Certificates of every figure of every year, of each region and, where there are several, of the country.
 *
 * @param root see `Certifier`
 * @param moments as known when
 */
export const certifyAll = (
  models: ReadModels,
  root: Hash,
  moments: ReadonlyArray<AsOf>,
): ReadonlyArray<Certificate> => {
  const certifier = new Certifier(models, root);
  const { ledger } = models;
  const regions = ledger.regions();
  const places = regions.length === 1 ? regions : [undefined, ...regions];
  const years = [...new Set(measures.flatMap((measure) => ledger.years(measure)))].sort((a, b) => a - b);
  return moments.flatMap((asOf) =>
    places.flatMap((region) =>
      years.flatMap((year) =>
        currentDefinitions.map((definition) =>
          certifier.certify({ definition, query: { year }, region, asOf }),
        ),
      ),
    ),
  );
};
