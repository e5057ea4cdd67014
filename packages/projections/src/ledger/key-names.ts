import type { ActionType, MunicipalityCode, Region } from '@burgernet/domain';
import { type Names, names } from './names.js';
import type { Page } from './page.js';
import type { Asked } from './page-postings.js';
import type { Key } from './posting.js';

/** What names a ledger numbered, each list in the order of its numbers. */
export interface LedgerNames {
  readonly regions: ReadonlyArray<Region>;
  readonly municipalities: ReadonlyArray<MunicipalityCode | null>;
  readonly types: ReadonlyArray<ActionType | null>;
  readonly details: ReadonlyArray<string>;
}

/** Which postings of a measure and year are summed; absent is all, `null` what is not attributed. */
export interface Part {
  readonly region?: Region;
  /** 1 to 12 */
  readonly month?: number;
  readonly municipality?: MunicipalityCode | null;
  readonly type?: ActionType | null;
  /** which details count; all where it is absent */
  readonly isDetail?: (detail: string) => boolean;
}

/** The names in the keys of postings, which columns hold as numbers. */
export class KeyNames {
  readonly regions: Names<Region>;
  readonly municipalities: Names<MunicipalityCode | null>;
  readonly types: Names<ActionType | null>;
  readonly details: Names<string>;

  /** @param kept those that were kept, to go on from there */
  constructor(kept?: LedgerNames) {
    this.regions = names(kept?.regions ?? []);
    this.municipalities = names<MunicipalityCode | null>(kept?.municipalities ?? [null]);
    this.types = names<ActionType | null>(kept?.types ?? [null]);
    this.details = names(kept?.details ?? ['']);
  }

  /** All of them. */
  all(): LedgerNames {
    return {
      regions: this.regions.all(),
      municipalities: this.municipalities.all(),
      types: this.types.all(),
      details: this.details.all(),
    };
  }

  /** The key of a posting of a page. */
  keyAt(page: Page, at: number): Key {
    return {
      region: this.regions.name(page.at('region', at)),
      year: page.year,
      month: page.at('month', at),
      municipality: this.municipalities.name(page.at('municipality', at)),
      type: this.types.name(page.at('type', at)),
      detail: this.details.name(page.at('detail', at)),
    };
  }

  /** A part by the numbers of its names; `undefined` where one of them has no postings at all. */
  asked({ region, month, municipality, type, isDetail }: Part): Asked | undefined {
    const numbers = {
      region: region === undefined ? 'all' : this.regions.known(region),
      municipality: municipality === undefined ? 'all' : this.municipalities.known(municipality),
      type: type === undefined ? 'all' : this.types.known(type),
    } as const;
    if (numbers.region === undefined || numbers.municipality === undefined || numbers.type === undefined)
      return undefined;
    return {
      ...(numbers.region === 'all' ? {} : { region: numbers.region }),
      ...(month === undefined ? {} : { month }),
      ...(numbers.municipality === 'all' ? {} : { municipality: numbers.municipality }),
      ...(numbers.type === 'all' ? {} : { type: numbers.type }),
      ...(isDetail === undefined ? {} : { isDetail: (detail) => isDetail(this.details.name(detail)) }),
    };
  }
}
