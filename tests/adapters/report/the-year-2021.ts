import { type ReportContext, readMunicipalities } from '@burgernet/adapters';
import { domainRegistry, type Region, type StoredEvent } from '@burgernet/domain';
import { type AnnualReport, type AsOf, annualReport, type ReadModels } from '@burgernet/projections';
import { readAll } from '../../support/read.js';
import { bundled, expectRight, historyOf } from '../tables/history.js';

const registry = domainRegistry();

/** The reconstruction of 2021 as a store would hold it. */
const storedHistory = async (): Promise<ReadonlyArray<StoredEvent>> => {
  const revisions = new Map<string, number>();
  return historyOf(await bundled()).map(({ stream, event }, index) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    return { stream, revision, position: index + 1, ...registry.encode(event) };
  });
};

const region: Region = 'midden-nederland';

/** What the year 2021 of Midden-Nederland is drawn from. */
export interface TheYear2021 {
  readonly models: ReadModels;
  readonly report: (asOf?: AsOf) => AnnualReport;
  readonly context: (lang: ReportContext['lang']) => ReportContext;
}

/** Reads the reconstruction of 2021, whose report is drawn in the tests. */
export const theYear2021 = async (): Promise<TheYear2021> => {
  const models = readAll(await storedHistory());
  const names = new Map(
    expectRight(await readMunicipalities()()).map(({ code, name }) => [code, name] as const),
  );
  return {
    models,
    report: (asOf = 'latest') => annualReport(models, 2021, asOf, region),
    context: (lang) => ({ lang, municipalityName: (code) => names.get(code) ?? code }),
  };
};
