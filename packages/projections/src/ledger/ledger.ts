import type { MunicipalityCode, Region } from '@burgernet/domain';
import { toEpoch } from '@burgernet/domain';
import type { Chunk } from '../saving/chunk.js';
import type { AsOf } from './as-of.js';
import type { EventTable } from './event-table.js';
import { KeyNames, type LedgerNames, type Part } from './key-names.js';
import { names } from './names.js';
import { Page } from './page.js';
import { type Known, PageIndex } from './page-index.js';
import { type Cause, type Contribution, causes, type Key, type Measure, type Posting } from './posting.js';

/** An amount under its key, with how many contributions it stands for. */
export interface Cell extends Key {
  readonly amount: number;
  /** 0 where nothing stands: what is not stated is not 0 */
  readonly presence: number;
}

/** What the postings of a part come to, for each detail apart, or for each municipality and detail. */
export interface Tally {
  readonly region: Region;
  readonly year: number;
  /** absent where it is that of all */
  readonly municipality?: MunicipalityCode | null;
  readonly detail: string;
  readonly amount: number;
  /** 0 where nothing stands: what is not stated is not 0 */
  readonly presence: number;
}

/** A ledger that was kept. */
export interface KeptLedger {
  readonly names: LedgerNames;
  readonly pages: ReadonlyArray<{ readonly measure: Measure; readonly year: number; readonly rows: number }>;
  readonly chunks: (measure: Measure, year: number) => Iterable<Chunk>;
}

const known = (asOf: AsOf): Known =>
  asOf === 'latest' || 'logged' in asOf ? asOf : { registered: toEpoch(asOf.registered) };

/**
 * Every posting of every measure, kept in columns. It only grows; sums of its postings answer every
 * question about figures, as known at any moment, without a replay.
 */
export class Ledger {
  readonly #pages = new Map<Measure, Map<number, Page>>();
  readonly #indexes = new Map<Page, PageIndex>();
  readonly #names: KeyNames;
  readonly #causes = names<Cause>(causes);
  #length = 0;

  /** @param kept a ledger that was kept; its pages are read when they are needed */
  constructor(
    readonly events: EventTable,
    kept?: KeptLedger,
  ) {
    this.#names = new KeyNames(kept?.names);
    for (const { measure, year, rows } of kept?.pages ?? []) {
      const chunks = () => kept?.chunks(measure, year) ?? [];
      this.#yearsOf(measure).set(year, new Page(year, { rows, chunks }));
      this.#length += rows;
    }
  }

  #yearsOf(measure: Measure): Map<number, Page> {
    const known = this.#pages.get(measure);
    if (known !== undefined) return known;
    const years = new Map<number, Page>();
    this.#pages.set(measure, years);
    return years;
  }

  /** What names were numbered. */
  get names(): LedgerNames {
    return this.#names.all();
  }

  /** Every page. */
  *pages(): Generator<{ readonly measure: Measure; readonly page: Page }> {
    for (const [measure, years] of this.#pages) for (const page of years.values()) yield { measure, page };
  }

  /** How many postings there are. */
  get length(): number {
    return this.#length;
  }

  /** Adds a posting of the event in this row of the event table. */
  post(contribution: Contribution, amount: number, presence: number, cause: Cause, row: number): void {
    const { measure, year } = contribution;
    const years = this.#yearsOf(measure);
    let page = years.get(year);
    if (page === undefined) {
      page = new Page(year);
      years.set(year, page);
    }
    page.add(
      row,
      amount,
      presence,
      this.#causes.number(cause),
      this.#names.regions.number(contribution.region),
      contribution.month,
      this.#names.municipalities.number(contribution.municipality),
      this.#names.types.number(contribution.type),
      this.#names.details.number(contribution.detail),
    );
    this.#length += 1;
  }

  /** The years in which the measure has postings, ascending. */
  years(measure: Measure): ReadonlyArray<number> {
    return [...(this.#pages.get(measure)?.keys() ?? [])].sort((a, b) => a - b);
  }

  /** The regions of all postings, in the order in which they came. */
  regions(): ReadonlyArray<Region> {
    return this.#names.regions.all();
  }

  #isKnown(asOf: AsOf): (row: number) => boolean {
    if (asOf === 'latest') return () => true;
    if ('logged' in asOf) {
      const { logged } = asOf;
      return (row) => this.events.position(row) <= logged;
    }
    const registered = toEpoch(asOf.registered);
    return (row) => this.events.recordedAt(row) <= registered;
  }

  #indexOf(page: Page): PageIndex {
    const known = this.#indexes.get(page);
    if (known !== undefined) return known;
    const index = new PageIndex(page, {
      position: (posting) => this.events.position(page.at('row', posting)),
      recordedAt: (posting) => this.events.recordedAt(page.at('row', posting)),
    });
    this.#indexes.set(page, index);
    return index;
  }

  /**
   * What a part of a measure comes to in one year as known then. From the second question on it takes no
   * longer for a long history than for a short one, unless more than one of month, municipality, type and
   * detail is asked.
   */
  sum(measure: Measure, year: number, asOf: AsOf, part: Part): number {
    const page = this.#pages.get(measure)?.get(year);
    if (page === undefined) return 0;
    const asked = this.#names.asked(part);
    return asked === undefined ? 0 : this.#indexOf(page).sum(known(asOf), asked);
  }

  /**
   * What a part of a measure comes to in one year as known then, for each region and detail; as quick as
   * {@link sum}.
   */
  byDetail(measure: Measure, year: number, asOf: AsOf, part: Part): ReadonlyArray<Tally> {
    const page = this.#pages.get(measure)?.get(year);
    const asked = this.#names.asked(part);
    if (page === undefined || asked === undefined) return [];
    return Array.from(
      this.#indexOf(page).byDetail(known(asOf), asked),
      ({ region, detail, amount, presence }) => ({
        region: this.#names.regions.name(region),
        year,
        detail: this.#names.details.name(detail),
        amount,
        presence,
      }),
    );
  }

  /** The same for each region, municipality and detail apart. It takes as long as the year has postings. */
  byPlace(measure: Measure, year: number, asOf: AsOf, part: Part): ReadonlyArray<Tally> {
    const page = this.#pages.get(measure)?.get(year);
    const asked = this.#names.asked(part);
    if (page === undefined || asked === undefined) return [];
    return Array.from(
      this.#indexOf(page).byPlace(known(asOf), asked),
      ({ region, municipality, detail, amount, presence }) => ({
        region: this.#names.regions.name(region),
        year,
        municipality: this.#names.municipalities.name(municipality),
        detail: this.#names.details.name(detail),
        amount,
        presence,
      }),
    );
  }

  /**
   * What a measure comes to in one year as known then: one cell per key with a posting, amounts and
   * presences summed.
   *
   * @param region only this region; absent: all
   */
  cells(measure: Measure, year: number, asOf: AsOf, region?: Region): ReadonlyArray<Cell> {
    const page = this.#pages.get(measure)?.get(year);
    if (page === undefined) return [];
    const isKnown = this.#isKnown(asOf);
    const { row: rows, region: regions, amount: amounts, presence: presences } = page.columns;
    const only = region === undefined ? undefined : this.#names.regions.known(region);
    if (region !== undefined && only === undefined) return [];
    const sums = new Map<number, { readonly at: number; amount: number; presence: number }>();
    for (let at = 0; at < page.length; at++) {
      if (only !== undefined && regions[at] !== only) continue;
      if (!isKnown(rows[at] ?? 0)) continue;
      const [amount, presence] = [amounts[at] ?? 0, presences[at] ?? 0];
      const key = page.key(at);
      const sum = sums.get(key);
      if (sum === undefined) sums.set(key, { at, amount, presence });
      else {
        sum.amount += amount;
        sum.presence += presence;
      }
    }
    return [...sums.values()].map(({ at, amount, presence }) => ({
      ...this.#names.keyAt(page, at),
      amount,
      presence,
    }));
  }

  /**
   * Every posting of a measure in a year, in the order in which they came.
   *
   * @param isAsked gives only those under the keys for which it holds
   * @param from passes over those of earlier rows of the event table
   */
  *postings(
    measure: Measure,
    year: number,
    isAsked: (key: Key) => boolean = () => true,
    from = 0,
  ): Generator<Posting> {
    const page = this.#pages.get(measure)?.get(year);
    if (page === undefined) return;
    for (let at = page.firstOf(from); at < page.length; at++) {
      const key = this.#names.keyAt(page, at);
      if (!isAsked(key)) continue;
      const event = this.events.event(page.at('row', at));
      yield {
        measure,
        ...key,
        amount: page.at('amount', at),
        presence: page.at('presence', at),
        cause: this.#causes.name(page.at('cause', at)),
        recordedAt: event.recordedAt,
        position: event.position,
        eventId: event.eventId,
        stream: event.stream,
        revision: event.revision,
        eventType: event.type,
      };
    }
  }

  /**
   * The rows of the event table with a posting of a measure in a year that was known then, ascending, each once.
   *
   * @param isAsked gives only those with one under the keys for which it holds
   */
  *rows(measure: Measure, year: number, asOf: AsOf, isAsked: (key: Key) => boolean): Generator<number> {
    const page = this.#pages.get(measure)?.get(year);
    if (page === undefined) return;
    const isKnown = this.#isKnown(asOf);
    const asked = new Map<number, boolean>();
    let last = -1;
    for (let at = 0; at < page.length; at++) {
      const row = page.at('row', at);
      if (row === last || !isKnown(row)) continue;
      const key = page.key(at);
      const known = asked.get(key);
      const is = known ?? isAsked(this.#names.keyAt(page, at));
      if (known === undefined) asked.set(key, is);
      if (!is) continue;
      last = row;
      yield row;
    }
  }

  /** What the columns and their sums take, in bytes, without the event table. */
  bytes(): number {
    let sum = 0;
    for (const years of this.#pages.values())
      for (const page of years.values()) sum += page.bytes() + (this.#indexes.get(page)?.bytes() ?? 0);
    return sum;
  }
}
