import type { AnnualReport } from '@burgernet/projections';
import type { Lang } from '../context.js';
import { regionLabel } from './vocabulary.js';

interface Headings {
  readonly published: string;
  readonly provenance: string;
}

/** Words above and beside what is drawn. */
export const headings: Readonly<Record<Lang, Headings>> = {
  nl: { published: 'gepubliceerd', provenance: 'Herkomst' },
  en: { published: 'published', provenance: 'Provenance' },
};

/** What the report is called, `Burgernet Midden-Nederland 2021`. */
export const reportTitle = ({ region, year }: Pick<AnnualReport, 'region' | 'year'>, lang: Lang): string =>
  `Burgernet ${regionLabel(region, lang)} ${year}`;
