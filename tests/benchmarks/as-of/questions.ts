import { fromEpoch, type MunicipalityCode, Region, toEpoch } from '@burgernet/domain';
import { currentDefinitions, evaluate, type ReadModels, Slice } from '@burgernet/projections';
import { municipalities } from '../history/municipalities.js';
import { Random } from '../history/random.js';

/** What is asked: any figure of any year of a region, of all of it or of one municipality. */
export type Case = 'total' | 'municipality';

const recordedBetween = ({ events }: ReadModels): readonly [number, number] => {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (let row = 0; row < events.length; row++) {
    const at = toEpoch(events.event(row).recordedAt);
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  return [first, last];
};

/** Asks figures at random reference dates; each call asks one, and says how many milliseconds it took. */
export const asking = (models: ReadModels, seed: number, which: Case): (() => number) => {
  const random = new Random(seed);
  const years = models.ledger.years('actions');
  const regions = models.ledger.regions().filter(Region.is);
  const [first, last] = recordedBetween(models);
  const place = (): { readonly municipality?: MunicipalityCode } =>
    which === 'total' ? {} : { municipality: random.one(municipalities) };
  return () => {
    const definition = random.one(currentDefinitions);
    const query = { year: random.one(years), ...place() };
    const registered = fromEpoch(random.between(first, last));
    const region = random.one(regions);
    const start = process.hrtime.bigint();
    evaluate(definition, new Slice(models.ledger, { registered }, region), query);
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
};
