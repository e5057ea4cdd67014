import type { MunicipalityCode } from '@burgernet/domain';
import type { AnnualReport } from '@burgernet/projections';
import type { Proven } from '../audit/proven/proven.js';

/** The languages in which figures are drawn. */
export type Lang = 'nl' | 'en';

/** What a drawing needs besides the report itself. */
export interface ReportContext {
  readonly lang: Lang;
  /** the official name of a municipality, or its code where the name is not known */
  readonly municipalityName: (code: MunicipalityCode) => string;
  /** the report of another year that stands beside it; absent: none */
  readonly beside?: AnnualReport;
  /** how far it is proven that this was known then; absent of what is known now */
  readonly proven?: Proven;
}
